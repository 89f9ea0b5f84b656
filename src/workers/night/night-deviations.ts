import { deviations } from '../../mine/deviations.ts';
import type { DailyCounts } from '../../mine/trends/trends.ts';
import type { RunWindow } from '../../store/runs/start-run.ts';
import type { Deviation } from '../../types.ts';

/** Which category stands out in which month of the window, a month being cut where the window is; none within one month. */
export function nightDeviations({ documents, categories }: DailyCounts, { day, fromDay }: RunWindow): Deviation[] {
  const months = new Map([...documents.keys()].map((one) => [one.slice(0, 7), monthOf(one, day, fromDay)]));
  if (months.size < 2) return [];
  const counts = new Map([...categories].map(([category, byDay]) => [category, byMonth(byDay)]));
  return deviations(counts).map(({ group, ...cell }) => ({ ...cell, ...months.get(group)! }));
}

function byMonth(byDay: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [day, count] of byDay) sums.set(day.slice(0, 7), (sums.get(day.slice(0, 7)) ?? 0) + count);
  return sums;
}

function monthOf(one: string, day: string | null, fromDay: string | null): { fromDay: string; toDay: string } {
  const [year, month] = one.split('-').map(Number) as [number, number];
  const first = `${one.slice(0, 7)}-01`;
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return {
    fromDay: fromDay !== null && fromDay > first ? fromDay : first,
    toDay: day !== null && day < last ? day : last,
  };
}
