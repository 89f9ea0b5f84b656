import type { Queryable } from '../database.ts';

/** A table as it is moved from one store to another. */
export interface TransferTable {
  name: string;
  /** Those that are computed from others are left out. */
  columns: { name: string; type: string }[];
  /** Columns of the primary key, or all: the order of the rows in a file. */
  key: string[];
}

/** What belongs to one installation and moment, and why it does not move. Every other table does, new ones too. */
export const leftBehind: Record<string, string> = {
  applied_migrations: 'The store that is written keeps its own account of its schema.',
  sessions: 'A sign-in is good for one installation; whoever had the file could enter the other by it.',
  sign_in_tokens: 'Likewise; they last for minutes.',
  workers: 'They are the processes that run now.',
};

/** Every table of the store that is moved, each after those that it refers to. */
export async function transferTables(db: Queryable): Promise<TransferTable[]> {
  const columns = await db.query<{ table: string; name: string; type: string; computed: boolean; key: boolean }>(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            a.attgenerated <> '' as computed, coalesce(a.attnum = any (i.indkey::int2[]), false) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
     order by c.relname, a.attnum`,
  );
  const tables = new Map<string, TransferTable>();
  for (const { table, name, type, computed, key } of columns) {
    if (table in leftBehind) continue;
    const found = tables.get(table) ?? { name: table, columns: [], key: [] };
    tables.set(table, found);
    if (!computed) found.columns.push({ name, type });
    if (key) found.key.push(name);
  }
  for (const table of tables.values()) {
    if (table.key.length === 0) table.key = table.columns.map(({ name }) => name);
  }
  return inOrder(tables, await references(db));
}

async function references(db: Queryable): Promise<Map<string, string[]>> {
  const rows = await db.query<{ from: string; to: string }>(
    `select f.relname as "from", t.relname as "to" from pg_constraint c
     join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
     join pg_namespace n on n.oid = f.relnamespace
     where c.contype = 'f' and n.nspname = 'public' and f.oid <> t.oid order by 1, 2`,
  );
  const found = new Map<string, string[]>();
  for (const { from, to } of rows) found.set(from, [...(found.get(from) ?? []), to]);
  return found;
}

function inOrder(tables: Map<string, TransferTable>, refersTo: Map<string, string[]>): TransferTable[] {
  const ordered = new Set<TransferTable>();
  const visit = (name: string, path: string[]): void => {
    if (path.includes(name))
      throw new Error(`The tables ${[...path, name].join(' → ')} refer to each other in a ring.`);
    const table = tables.get(name);
    if (!table || ordered.has(table)) return;
    for (const other of refersTo.get(name) ?? []) visit(other, [...path, name]);
    ordered.add(table);
  };
  for (const name of [...tables.keys()].sort()) visit(name, []);
  return [...ordered];
}
