import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { vacuum } from '../../src/store/vacuum.ts';
import { testDatabases } from '../support/engines.ts';

describe.each(testDatabases().filter(({ name }) => name === 'pglite'))('vacuum on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  it('makes room again where enough rows are dead, and leaves other tables alone', async () => {
    await db.execute(`
      create table worn (id integer, body text);
      create table calm (id integer);
      insert into calm values (1);
      insert into worn select x, repeat('x', 100) from generate_series(1, 2000) as x;`);
    expect(await vacuum(db)).toEqual(['public.worn']);
    expect(await vacuum(db)).toEqual([]);
    const pages = async (): Promise<number> =>
      Number((await db.query("select pg_relation_size('worn') / 8192 as pages"))[0]?.pages);
    const before = await pages();
    for (let round = 0; round < 5; round++) {
      await db.query('update worn set body = body');
      await vacuum(db);
    }
    // Each update writes every row anew; without vacuum the table would be six times as large.
    expect(await pages()).toBeLessThanOrEqual(3 * before);
  });

  it('cuts the log when much has been written', async () => {
    const written = async (): Promise<number> => {
      const [row] = await db.query<{ bytes: number }>(
        'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) as bytes from pg_control_checkpoint()',
      );
      return row!.bytes;
    };
    await db.execute(`
      create table large (body text);
      alter table large alter column body set storage external;
      insert into large select repeat('x', 1000000) from generate_series(1, 70);`);
    expect(await written()).toBeGreaterThan(64 * 2 ** 20);
    await vacuum(db);
    expect(await written()).toBeLessThan(2 ** 20);
  });
});
