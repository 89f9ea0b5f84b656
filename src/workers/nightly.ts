import type { Context } from '../context.ts';
import { countedRelations } from '../mine/counted-relations.ts';
import { type DailyCounts, trendsOfDay, trendsOfWeek } from '../mine/trends/trends.ts';
import type { NightlyPipeline } from '../pipeline.ts';
import { saveFindings } from '../store/findings/save-findings.ts';
import { finishRun } from '../store/runs/finish-run.ts';
import { latestDay } from '../store/runs/latest-day.ts';
import { latestRun } from '../store/runs/latest-run.ts';
import { saveChecks } from '../store/runs/save-checks.ts';
import { saveRelations } from '../store/runs/save-relations.ts';
import { saveSequences } from '../store/runs/save-sequences.ts';
import { saveTrends } from '../store/runs/save-trends.ts';
import { type RunWindow, startRun } from '../store/runs/start-run.ts';
import type { Trend } from '../types.ts';
import { checkRelations } from './night/check-relations.ts';
import { codeDigest } from './night/code-digest.ts';
import { digestOf } from './night/digest.ts';
import { furtherFindings } from './night/further-findings.ts';
import { nightDeviations } from './night/night-deviations.ts';
import { nightSequences } from './night/night-sequences.ts';
import { nightWindow } from './night/night-window.ts';
import { readNight } from './night/read-night.ts';

/** What a night needs of the context. */
export type NightContext = Pick<Context, 'database' | 'models' | 'pipelines' | 'log' | 'now'>;

/** What a night did. */
export interface MinedNight {
  runId: number;
  /** The day that it was for; null where the store was empty. */
  day: string | null;
  /** The first day that it looked at; null for the whole store. */
  fromDay: string | null;
  documents: number;
  relations: number;
  /** Categories that moved beyond chance, on the day or in the week. */
  moved: number;
}

export interface NightOptions {
  /** `YYYY-MM-DD`; left out, the day of the latest text. */
  day?: string;
  /** Told of each step, and of the texts read so far where that is known. */
  onStep?: (step: string, texts?: number) => void;
}

/**
 * Mines the window of days that ends with `day` and keeps what it finds as a run, in place of earlier ones for that day.
 * Memory grows with the categories, not the texts. The same data, settings and code give the same findings.
 */
export async function mineRelations(
  context: NightContext,
  { day, onStep = () => {} }: NightOptions = {},
): Promise<MinedNight> {
  const { database, models, now } = context;
  const settings = context.pipelines.nightly;
  const window = nightWindow(day ?? (await latestDay(database, now())), settings.windowDays);
  const run = await startRun(database, now(), models.versions, window);
  const days = { throughId: run.throughId, fromDay: window.fromDay, toDay: window.day };
  onStep('reading texts', 0);
  const parents = new Map(models.taxonomy.categories.map(({ id, parent }) => [id, parent]));
  const data = await readNight(database, days, settings, parents, (texts) => onStep('reading texts', texts));
  onStep('relations');
  const relations = countedRelations(data.pairs, settings.pairs, parents);
  onStep('checking relations', 0);
  const checks = await checkRelations(database, days, relations, settings, (texts) =>
    onStep('checking relations', texts),
  );
  onStep('coded data, larger sets');
  const further = furtherFindings(data, relations, settings, parents);
  onStep('trends');
  const { falseDiscoveries } = settings.trends;
  const trends = nightTrends(data.daily, window, settings.trends);
  const deviations = nightDeviations(data.daily, window);
  onStep('sequences');
  const sequences = await nightSequences({ events: data.events, settings: settings.sequences });
  onStep('saving');
  await saveRelations(database, run.id, relations);
  await saveChecks(database, run.id, checks);
  await saveSequences(database, run.id, sequences);
  await saveFindings(database, run.id, further);
  await saveTrends(database, run.id, { trends, deviations, falseDiscoveries });
  const manifest = {
    code: codeDigest(),
    settings: digestOf(settings),
    data: data.sha256,
    findings: digestOf({ relations, checks, trends, deviations, sequences, ...further }),
  };
  const { documents } = data.pairs;
  await finishRun(database, run.id, { documents, now: now(), manifest });
  context.log.info({ runId: run.id, ...window, documents, relations: relations.length }, 'mined relations');
  const moved = trends.filter(({ q }) => q <= falseDiscoveries).length;
  return { runId: run.id, ...window, documents, relations: relations.length, moved };
}

/** What moved on the night's day, and in the week up to it. */
function nightTrends(
  daily: DailyCounts,
  { day }: RunWindow,
  { pastDays, pastWeeks }: NightlyPipeline['trends'],
): Trend[] {
  return day === null ? [] : [...trendsOfDay(daily, day, pastDays), ...trendsOfWeek(daily, day, pastWeeks)];
}

/**
 * Mines again when the store has grown enough since the last run that its relations no longer speak for it.
 * @param understood texts that a model reads, of the whole store.
 */
export async function refreshRelations(context: NightContext, understood: number): Promise<boolean> {
  const last = await latestRun(context.database);
  const { growth, hours } = context.pipelines.nightly.refresh;
  const seen = last?.storeDocuments ?? 0;
  const ageHours = last?.endedAt ? (context.now().getTime() - last.endedAt.getTime()) / 3_600_000 : Infinity;
  const due = understood > seen && (understood >= seen * (1 + growth) || ageHours >= hours);
  if (due) await mineRelations(context);
  return due;
}
