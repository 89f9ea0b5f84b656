import type { Queryable } from '../database.ts';
import type { TextRow } from './read-rows.ts';
import type { TransferTable } from './tables.ts';

/** Inserts rows as they were written, ids included. */
export async function writeRows(tx: Queryable, table: TransferTable, rows: TextRow[]): Promise<void> {
  const names = table.columns.map(({ name }) => `"${name}"`).join(', ');
  const places = table.columns.map((_, at) => `$${at + 1}::text[]`).join(', ');
  const values = table.columns.map(({ type }, at) => `v${at}::${type}`).join(', ');
  const aliases = table.columns.map((_, at) => `v${at}`).join(', ');
  await tx.query(
    `insert into "${table.name}" (${names}) overriding system value
     select ${values} from unnest(${places}) as rows(${aliases})`,
    table.columns.map((_, at) => rows.map((row) => row[at] ?? null)),
  );
}

/** Lets triggers rest or work again: what they would tally is in the file as it was tallied. */
export async function setTriggers(tx: Queryable, table: TransferTable, state: 'disable' | 'enable'): Promise<void> {
  await tx.query(`alter table "${table.name}" ${state} trigger user`);
}

export async function countRows(tx: Queryable, table: TransferTable): Promise<number> {
  const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from "${table.name}"`);
  return row?.count ?? 0;
}
