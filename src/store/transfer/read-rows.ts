import type { Queryable } from '../database.ts';
import type { TransferTable } from './tables.ts';

/** A row as Postgres writes its values; the same on every engine and version. */
export type TextRow = (string | null)[];

const pageRows = 500;
/** Rows above this are read one at a time, so that a page of the others stays within memory. */
const largeBytes = 64 * 1024;

/** How values are written must not depend on how the server is set up. For the transaction that reads. */
export const plainWriting = `
  set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1`;

/** Every row of a table in the order of its key, small ones before large ones, a page in memory at a time. */
export async function* readRows(tx: Queryable, table: TransferTable): AsyncGenerator<TextRow[], undefined> {
  const size = sizeOf(table);
  if (size === null) yield* pages(tx, table, 'true', pageRows);
  else {
    yield* pages(tx, table, `${size} < ${largeBytes}`, pageRows);
    yield* pages(tx, table, `${size} >= ${largeBytes}`, 1);
  }
}

async function* pages(tx: Queryable, table: TransferTable, condition: string, rows: number): AsyncGenerator<TextRow[]> {
  const values = table.columns.map(({ name }) => `"${name}"::text`).join(', ');
  const order = table.key.map((name) => `"${name}"`).join(', ');
  const select = `select array[${values}] as row from "${table.name}" where ${condition} order by ${order}`;
  await tx.query(`declare transfer no scroll cursor for ${select}`);
  for (;;) {
    const page = await tx.query<{ row: TextRow }>(`fetch ${rows} from transfer`);
    if (page.length > 0) yield page.map(({ row }) => row);
    if (page.length < rows) break;
  }
  await tx.query('close transfer');
}

/** The bytes of a row's long values, which Postgres tells of text and bytes without reading them; null where it has none. */
function sizeOf({ columns }: TransferTable): string | null {
  const sizes = columns
    .filter(({ type }) => ['text', 'bytea', 'jsonb'].includes(type))
    .map(({ name, type }) => `coalesce(octet_length("${name}"${type === 'jsonb' ? '::text' : ''}), 0)`);
  return sizes.length > 0 ? sizes.join(' + ') : null;
}
