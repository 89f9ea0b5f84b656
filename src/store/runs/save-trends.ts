import type { Deviation, Trend } from '../../types.ts';
import type { Database } from '../database.ts';
import { type Column, insertRows } from './insert-rows.ts';

const trendColumns: Column<Trend>[] = [
  ['days', 'smallint', ({ days }) => days],
  ['category', 'text', ({ category }) => category],
  ['day', 'date', ({ day }) => day],
  ['observed', 'int', ({ observed }) => observed],
  ['expected', 'float8', ({ expected }) => expected],
  ['indicator', 'float8', ({ indicator }) => indicator],
  ['p', 'float8', ({ p }) => p],
  ['q', 'float8', ({ q }) => q],
];

const deviationColumns: Column<Deviation>[] = [
  ['category', 'text', ({ category }) => category],
  ['from_day', 'date', ({ fromDay }) => fromDay],
  ['to_day', 'date', ({ toDay }) => toDay],
  ['observed', 'int', ({ observed }) => observed],
  ['expected', 'float8', ({ expected }) => expected],
  ['indicator', 'float8', ({ indicator }) => indicator],
  ['p', 'float8', ({ p }) => p],
  ['q', 'float8', ({ q }) => q],
];

/** Saves what moved, and what stands out in a month; all or nothing. */
export async function saveTrends(
  db: Database,
  runId: number,
  found: { trends: Trend[]; deviations: Deviation[]; falseDiscoveries: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    await insertRows(tx, runId, found.trends, { table: 'trends', columns: trendColumns });
    await insertRows(tx, runId, found.deviations, { table: 'deviations', columns: deviationColumns });
    await tx.query('update runs set false_discoveries = $2 where id = $1', [runId, found.falseDiscoveries]);
  });
}
