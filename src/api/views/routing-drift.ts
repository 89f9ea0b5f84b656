import type { RoutingQualityView } from '../../../dashboards/views/routing-quality.ts';
import { populationStability } from '../../stats/population-stability.ts';
import { complaintTopics } from '../../store/routing/complaint-topics.ts';
import { latestDay } from '../../store/runs/latest-day.ts';
import type { Services } from '../services.ts';
import { createVocabulary } from './vocabulary.ts';

const dayMilliseconds = 24 * 3_600_000;
const recentDays = 28;
const shownMovers = 5;

/** How far the topics of the latest four weeks' complaints lie from those of the weeks before. */
export async function routingDrift(services: Services): Promise<RoutingQualityView['drift']> {
  const { database, quality, taxonomy, now } = services;
  const last = await latestDay(database, now());
  if (last === null) return null;
  const since = daysBefore(last, recentDays - 1);
  const topics = await complaintTopics(database, daysBefore(since, 7 * quality.routing.weeks), since);
  // A heading counts what stands below it again, so only topics without a heading are weighed.
  const vocabulary = createVocabulary(taxonomy);
  const tops = topics.filter(({ category }) => vocabulary.find(category)?.parent == null);
  const [before, after] = [tops.map((topic) => topic.before), tops.map((topic) => topic.since)];
  const [n, m] = [sum(before), sum(after)];
  if (tops.length < 2 || n === 0 || m === 0) return null;
  const { index, p } = populationStability(before, after);
  const shares = tops.map((topic) => ({
    category: vocabulary.link(topic.category),
    before: topic.before / n,
    since: topic.since / m,
  }));
  shares.sort((a, b) => Math.abs(b.since - b.before) - Math.abs(a.since - a.before));
  return {
    index,
    p,
    drifted: index >= quality.routing.drift && p < 1 - quality.confidence,
    movers: shares.slice(0, shownMovers),
  };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMilliseconds).toISOString().slice(0, 10);
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
