import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { negativeBinomialTail } from '../../stats/laws/negative-binomial-tail.ts';
import { trendIndicator } from '../../stats/trend-indicator.ts';
import { expectedCount } from './expected-count.ts';

/** How often a category was named on a day, against what its own past lets one expect. */
export interface Trend {
  category: string;
  day: string;
  observed: number;
  expected: number;
  /** (O − E)/√E, as IBM's Content Miner has it: above 2 or below −2 is unusual, from 3 worth a look. */
  indicator: number;
  /** Two-sided p of a count this far out, under a negative binomial law where the past scatters more than chance. */
  p: number;
  /** Benjamini–Hochberg over every category of the day. */
  q: number;
}

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
  const past = daysBefore(day, windowDays);
  const today = { weekday: weekdayOf(day), documents: counts.documents.get(day) ?? 0 };
  if (today.documents === 0) return [];
  const found: Omit<Trend, 'q'>[] = [];
  for (const [category, byDay] of counts.categories) {
    const observed = byDay.get(day) ?? 0;
    const history = past.map((before) => ({
      weekday: weekdayOf(before),
      documents: counts.documents.get(before) ?? 0,
      count: byDay.get(before) ?? 0,
    }));
    if (observed === 0 && history.every(({ count }) => count === 0)) continue;
    const expected = expectedCount(history, today);
    if (!expected) return [];
    const indicator = trendIndicator(observed, expected.mean);
    const p = twoSided(observed, expected.mean, expected.dispersion);
    found.push({ category, day, observed, expected: expected.mean, indicator, p });
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

const weekdayOf = (day: string): number => new Date(timeOf(day)).getUTCDay();

/** The days before a day, the earliest first. */
function daysBefore(day: string, count: number): string[] {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`The window is ${count} days; it should be a whole number of at least 1.`);
  }
  const time = timeOf(day);
  return Array.from({ length: count }, (_, index) =>
    new Date(time - (count - index) * dayMilliseconds).toISOString().slice(0, 10),
  );
}
