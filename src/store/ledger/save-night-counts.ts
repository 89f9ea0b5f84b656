import type { CountChange, Discrepancy } from '../../types/differences.ts';
import type { Database } from '../database.ts';
import { type Column, insertRows } from '../runs/insert-rows.ts';

const countColumns: Column<[category: string, documents: number]>[] = [
  ['category', 'text', ([category]) => category],
  ['documents', 'int', ([, documents]) => documents],
];

const changeColumns: Column<CountChange>[] = [
  ['category', 'text', ({ category }) => category],
  ['other', 'text', ({ other }) => other],
  ['cause', 'text', ({ cause }) => cause],
  ['added', 'int', ({ added }) => added],
  ['removed', 'int', ({ removed }) => removed],
];

const discrepancyColumns: Column<Discrepancy>[] = [
  ['number', 'jsonb', ({ number }) => JSON.stringify(number)],
  ['told', 'float8', ({ told }) => told],
  ['counted', 'float8', ({ counted }) => counted],
];

/** Saves how many texts a night counted for each category, '' being all of them. */
export async function saveNightCounts(db: Database, runId: number, counts: ReadonlyMap<string, number>): Promise<void> {
  await db.transaction((tx) => insertRows(tx, runId, [...counts], { table: 'night_counts', columns: countColumns }));
}

/** Saves what became of those counts since the night for `beforeDay`. */
export async function saveNightChanges(
  db: Database,
  runId: number,
  { beforeDay, changes }: { beforeDay: string; changes: CountChange[] },
): Promise<void> {
  await db.transaction(async (tx) => {
    await insertRows(tx, runId, changes, { table: 'night_differences', columns: changeColumns });
    await tx.query('update runs set before_day = $2 where id = $1', [runId, beforeDay]);
  });
}

/** Saves how many numbers of a run were counted a second time, and those that came out otherwise. */
export async function saveDiscrepancies(
  db: Database,
  runId: number,
  { checked, discrepancies }: { checked: number; discrepancies: Discrepancy[] },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('delete from discrepancies where run_id = $1', [runId]);
    await insertRows(tx, runId, discrepancies, { table: 'discrepancies', columns: discrepancyColumns });
    await tx.query('update runs set checked = $2 where id = $1', [runId, checked]);
  });
}
