import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { negativeBinomialTail } from '../../stats/laws/negative-binomial-tail.ts';
import { trendIndicator } from '../../stats/trend-indicator.ts';
import type { Trend } from '../../types.ts';
import { expectedCount } from './expected-count.ts';

/** Texts of each day, and texts of each category by day. A day not listed for a category has none. */
export interface DailyCounts {
  /** Texts by day, `YYYY-MM-DD`. */
  documents: ReadonlyMap<string, number>;
  categories: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * What rose or fell on a day, for every category named on it or in the `windowDays` before it.
 * @returns the least likely first, then by category. Empty where the day has no texts, or its past has none.
 * @throws RangeError for a day that is none, or a window of less than a day.
 */
export function trendsOfDay(counts: DailyCounts, day: string, windowDays: number): Trend[] {
  const days = stretchesBefore(day, 1, windowDays);
  return weigh(counts, day, days, (last) => new Date(timeOf(last)).getUTCDay());
}

/**
 * What rose or fell in the seven days up to a day, against the `pastWeeks` weeks before them, for every category named in
 * any. A week holds every weekday, so none needs a factor of its own; where a day has few texts, a week says more.
 * @returns the least likely first, then by category. Empty where the week has no texts, or its past has none.
 * @throws RangeError for a day that is none, or a past of less than a week.
 */
export function trendsOfWeek(counts: DailyCounts, day: string, pastWeeks: number): Trend[] {
  return weigh(counts, day, stretchesBefore(day, 7, pastWeeks), () => 0);
}

/** @param stretches of days, the one to weigh last. @param weekdayOf the weekday whose own rate a stretch follows. */
function weigh(counts: DailyCounts, day: string, stretches: string[][], weekdayOf: (last: string) => number): Trend[] {
  const sum = (byDay: ReadonlyMap<string, number>): number[] =>
    stretches.map((days) => days.reduce((total, one) => total + (byDay.get(one) ?? 0), 0));
  const weekdays = stretches.map((days) => weekdayOf(days.at(-1)!));
  const texts = sum(counts.documents);
  const last = stretches.length - 1;
  if (texts[last] === 0) return [];
  const found: Omit<Trend, 'q'>[] = [];
  for (const [category, byDay] of counts.categories) {
    const named = sum(byDay);
    if (named.every((count) => count === 0)) continue;
    const history = named.slice(0, last).map((count, at) => ({ weekday: weekdays[at]!, documents: texts[at]!, count }));
    const expected = expectedCount(history, { weekday: weekdays[last]!, documents: texts[last]! });
    if (!expected) return [];
    const observed = named[last]!;
    const indicator = trendIndicator(observed, expected.mean);
    const p = twoSided(observed, expected.mean, expected.dispersion);
    found.push({ category, day, days: stretches[last]!.length, observed, expected: expected.mean, indicator, p });
  }
  const q = benjaminiHochberg(found.map(({ p }) => p));
  return found.map((trend, index) => ({ ...trend, q: q[index]! })).sort(leastLikelyFirst);
}

/** Twice the smaller tail, both tails counting the value itself; 1 at most. */
function twoSided(observed: number, mean: number, dispersion: number): number {
  const atLeast = negativeBinomialTail(observed, mean, dispersion);
  const atMost = 1 - negativeBinomialTail(observed + 1, mean, dispersion);
  return Math.min(1, 2 * Math.min(atLeast, atMost));
}

const leastLikelyFirst = (left: Trend, right: Trend): number =>
  left.p - right.p || (left.category < right.category ? -1 : Number(left.category > right.category));

const dayMilliseconds = 86_400_000;

function timeOf(day: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new RangeError(`"${day}" is no day; it should be written as 2026-03-31.`);
  return time;
}

/** The `past` stretches of `length` days before the one that ends with a day, the earliest first, and that one. */
function stretchesBefore(day: string, length: number, past: number): string[][] {
  if (!Number.isSafeInteger(past) || past < 1) {
    const unit = length === 1 ? 'days' : 'weeks';
    throw new RangeError(`The past is ${past} ${unit}; it should be a whole number of at least 1.`);
  }
  const time = timeOf(day);
  const all = (past + 1) * length;
  const days = Array.from({ length: all }, (_, index) =>
    new Date(time - (all - 1 - index) * dayMilliseconds).toISOString().slice(0, 10),
  );
  return Array.from({ length: past + 1 }, (_, at) => days.slice(at * length, (at + 1) * length));
}
