import type { Queryable } from '../database.ts';
import type { TransferTable } from './tables.ts';

/** Where the numbering of a column stands: what it gave last, and whether it gave it already. */
export type SequenceState = { table: string; column: string; last: number; used: boolean };

type Sequence = { table: string; column: string; name: string };

/** Where every numbering stands, so that no id is given twice after a move. */
export async function readSequences(tx: Queryable, tables: TransferTable[]): Promise<SequenceState[]> {
  const states: SequenceState[] = [];
  for (const { table, column, name } of await sequencesOf(tx, tables)) {
    const [row] = await tx.query<{ last: number; used: boolean }>(
      `select last_value::int8 as last, is_called as used from ${name}`,
    );
    if (row) states.push({ table, column, ...row });
  }
  return states;
}

/** @throws Error where the store has no such numbering. */
export async function writeSequences(tx: Queryable, tables: TransferTable[], states: SequenceState[]): Promise<void> {
  const known = await sequencesOf(tx, tables);
  for (const { table, column, last, used } of states) {
    const found = known.find((sequence) => sequence.table === table && sequence.column === column);
    if (!found) throw new Error(`The store does not number "${table}.${column}", as the file does.`);
    await tx.query('select setval($1::text::regclass, $2, $3)', [found.name, last, used]);
  }
}

async function sequencesOf(tx: Queryable, tables: TransferTable[]): Promise<Sequence[]> {
  return tx.query<Sequence>(
    `select c.relname as "table", a.attname as "column",
            pg_get_serial_sequence(format('%I', c.relname), a.attname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relname = any ($1::text[]) and a.attidentity <> ''
     order by 1, 2`,
    [tables.map(({ name }) => name)],
  );
}
