import type { Queryable, SqlValue } from '../database.ts';

/** A column of a table: its name, its type in SQL, and its value in a row. */
export type Column<T> = [name: string, type: string, value: (row: T) => SqlValue];

const rowsAtOnce = 2000;

/** Inserts the rows of a run, some thousand a statement. Table and columns are names of ours, never data. */
export async function insertRows<T>(
  tx: Queryable,
  runId: number,
  rows: readonly T[],
  { table, columns }: { table: string; columns: Column<T>[] },
): Promise<void> {
  const names = columns.map(([name]) => name).join(', ');
  const lists = columns.map(([, type], at) => `$${at + 2}::${type}[]`).join(', ');
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const batch = rows.slice(start, start + rowsAtOnce);
    await tx.query(`insert into ${table} (run_id, ${names}) select $1::bigint, t.* from unnest(${lists}) as t`, [
      runId,
      ...columns.map(([, , value]) => batch.map(value)),
    ]);
  }
}
