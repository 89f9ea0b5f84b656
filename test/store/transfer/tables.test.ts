import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leftBehind, transferTables } from '../../../src/store/transfer/tables.ts';
import { type TestDatabase, testDatabases } from '../../support/engines.ts';

describe.each(testDatabases())('the tables that are moved, on $name', ({ open }) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  }, 120_000);
  afterAll(() => opened.drop());

  /** Every column that holds something of its own, by table, as the standard's catalogue tells it. */
  async function catalogue(): Promise<Map<string, string[]>> {
    const rows = await opened.database.query<{ table: string; columns: string[] }>(
      `select t.table_name::text as "table", array_agg(c.column_name::text order by c.ordinal_position) as columns
       from information_schema.tables t
       join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
       where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
       group by 1 order by 1`,
    );
    return new Map(rows.map(({ table, columns }) => [table, columns]));
  }

  it('are all that there are, with every column, but for those left behind on purpose', async () => {
    const expected = await catalogue();
    for (const name of Object.keys(leftBehind)) {
      expect(expected.has(name), `${name} is left behind and should exist`).toBe(true);
      expected.delete(name);
    }
    const moved = await transferTables(opened.database);
    const found = moved.map(({ name, columns }): [string, string[]] => [name, columns.map((column) => column.name)]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    expect(found.map(([name]) => name)).toEqual(
      expect.arrayContaining(['users', 'teams', 'case_documents', 'deliveries', 'corrections', 'routing_model_files']),
    );
  });

  it('take in a table that was made a moment ago', async () => {
    const { database } = opened;
    await database.execute('create table brand_new (id integer primary key, note text)');
    const names = (await transferTables(database)).map(({ name }) => name);
    await database.execute('drop table brand_new');
    expect(names).toContain('brand_new');
  });

  it('come after what they refer to', async () => {
    const names = (await transferTables(opened.database)).map(({ name }) => name);
    const refers = await opened.database.query<{ from: string; to: string }>(
      `select f.relname as "from", t.relname as "to" from pg_constraint c
       join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
       where c.contype = 'f' and c.conrelid <> c.confrelid and c.connamespace = 'public'::regnamespace`,
    );
    const moved = refers.filter(({ from }) => names.includes(from));
    expect(moved.length).toBeGreaterThan(20);
    expect(moved.filter(({ from, to }) => names.indexOf(from) < names.indexOf(to))).toEqual([]);
  });
});
