import type { Queryable } from '../../store/database.ts';
import { categoryTrends } from '../../store/read/category-trends.ts';
import type { DayTally } from '../../store/read/day-tallies.ts';
import type { TextFilter } from '../../store/read/filter.ts';
import { addDays, daysBetween } from './timeline.ts';

/** How many numbers a small trend has at most. */
const mostStretches = 24;

/** Small trends of every category, over the days that have texts. */
export interface Trends {
  from: string | null;
  to: string | null;
  stretchDays: number;
  of(category: string): number[];
}

export async function readTrends(db: Queryable, filter: TextFilter, days: readonly DayTally[]): Promise<Trends> {
  const first = days[0]?.day;
  const last = days.at(-1)?.day;
  if (first === undefined || last === undefined) return { from: null, to: null, stretchDays: 1, of: () => [] };
  const span = daysBetween(first, last) + 1;
  const stretchDays = Math.ceil(span / mostStretches);
  const stretches = Math.ceil(span / stretchDays);
  const points = await categoryTrends(db, filter, { firstDay: first, stretchDays });
  const byCategory = new Map<string, number[]>();
  for (const { category, stretch, documents } of points) {
    const trend = byCategory.get(category) ?? Array.from({ length: stretches }, () => 0);
    trend[stretch] = documents;
    byCategory.set(category, trend);
  }
  return { from: first, to: addDays(first, span - 1), stretchDays, of: (category) => byCategory.get(category) ?? [] };
}
