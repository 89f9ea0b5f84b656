import { formatDay } from '../../../dashboards/format.ts';
import type { Count, Timeline } from '../../../dashboards/views/shared.ts';
import type { DayTally } from '../../store/read/day-tallies.ts';
import type { TextFilter } from '../../store/read/filter.ts';
import { type Channel, channels } from '../../types.ts';
import { textsCount } from '../links.ts';
import { groupBy } from './group-by.ts';

type Step = Timeline['step'];

const dayMilliseconds = 86_400_000;

/** A picture shows about this many points well; longer periods are told in weeks, then in months. */
const mostPoints = 120;

/**
 * Volume and mean sentiment through time, from the first to the last day that has a text, without gaps.
 * @param filter what the tallies count, so that each number links to its texts.
 */
export function timelineOf(tallies: readonly DayTally[], filter: TextFilter): Timeline {
  const first = tallies[0]?.day;
  const last = tallies.at(-1)?.day;
  const present = channels.filter((channel) => tallies.some((tally) => tally.channel === channel));
  if (first === undefined || last === undefined) return { step: 'day', channels: [], points: [] };
  const step = chooseStep(first, last);
  const byStart = groupBy(tallies, (tally) => startOf(tally.day, step));
  const points = stretches(first, last, step).map(({ from, to }) =>
    pointOf(byStart.get(from) ?? [], clip({ from, to }, filter), step, present, filter),
  );
  return { step, channels: present, points };
}

function chooseStep(first: string, last: string): Step {
  const days = daysBetween(first, last) + 1;
  if (days <= mostPoints) return 'day';
  return days <= mostPoints * 7 ? 'week' : 'month';
}

function pointOf(
  tallies: DayTally[],
  { from, to }: { from: string; to: string },
  step: Step,
  present: Channel[],
  filter: TextFilter,
): Timeline['points'][number] {
  const within = { ...filter, fromDay: from, toDay: to };
  const counted = (some: DayTally[], channel: Channel[]): Count =>
    textsCount(sum(some, 'documents'), { ...within, channels: channel });
  const understood = sum(tallies, 'understood');
  return {
    from,
    to,
    label: labelOf(from, to, step),
    texts: counted(tallies, filter.channels),
    channels: Object.fromEntries(
      present.map((channel) => [
        channel,
        counted(
          tallies.filter((tally) => tally.channel === channel),
          [channel],
        ),
      ]),
    ),
    mean: understood > 0 ? sum(tallies, 'sentiment') / understood : null,
  };
}

function labelOf(from: string, to: string, step: Step): string {
  if (step === 'day') return formatDay(from);
  if (step === 'week') return `${formatDay(from)} – ${formatDay(to)}`;
  return formatDay(from).replace(/^\d+ /, '');
}

function stretches(first: string, last: string, step: Step): { from: string; to: string }[] {
  const found: { from: string; to: string }[] = [];
  for (let from = startOf(first, step); from <= last; ) {
    const next = startAfter(from, step);
    found.push({ from, to: addDays(next, -1) });
    from = next;
  }
  return found;
}

function startOf(day: string, step: Step): string {
  if (step === 'day') return day;
  if (step === 'month') return `${day.slice(0, 8)}01`;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

function startAfter(start: string, step: Step): string {
  if (step === 'day') return addDays(start, 1);
  return step === 'week' ? addDays(start, 7) : startOf(addDays(start, 31), 'month');
}

/** Keeps a stretch within the days of the filter, so that its link does too. */
function clip({ from, to }: { from: string; to: string }, filter: TextFilter): { from: string; to: string } {
  return {
    from: filter.fromDay !== null && filter.fromDay > from ? filter.fromDay : from,
    to: filter.toDay !== null && filter.toDay < to ? filter.toDay : to,
  };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}

export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / dayMilliseconds);
}

function sum(tallies: readonly DayTally[], field: 'documents' | 'understood' | 'sentiment'): number {
  return tallies.reduce((total, tally) => total + tally[field], 0);
}
