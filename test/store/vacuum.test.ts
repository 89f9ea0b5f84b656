import { describe, expect, it } from 'vitest';
import { openPglite } from '../../src/store/pglite.ts';
import { vacuum } from '../../src/store/vacuum.ts';

describe('vacuum', () => {
  it('makes room again where enough rows are dead, and leaves other tables alone', async () => {
    const database = await openPglite('memory');
    await database.execute(`
      create table worn (id integer, body text);
      create table calm (id integer);
      insert into calm values (1);
      insert into worn select x, repeat('x', 100) from generate_series(1, 2000) as x;`);
    expect(await vacuum(database)).toEqual(['public.worn']);
    expect(await vacuum(database)).toEqual([]);
    const pages = async (): Promise<unknown> =>
      (await database.query("select pg_relation_size('worn') / 8192 as pages"))[0]?.pages;
    const before = await pages();
    for (let round = 0; round < 5; round++) {
      await database.query('update worn set body = body');
      await vacuum(database);
    }
    // Each update writes every row anew; without vacuum the table would be six times as large.
    expect(await pages()).toBeLessThanOrEqual(3 * Number(before));
    await database.close();
  });

  it('cuts the log when much has been written', async () => {
    const database = await openPglite('memory');
    const written = async (): Promise<number> =>
      Number(
        (
          await database.query(
            'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) as bytes from pg_control_checkpoint()',
          )
        )[0]?.bytes,
      );
    await database.execute(`
      create table large (body text);
      alter table large alter column body set storage external;
      insert into large select repeat('x', 1000000) from generate_series(1, 70);`);
    expect(await written()).toBeGreaterThan(64 * 2 ** 20);
    await vacuum(database);
    expect(await written()).toBeLessThan(2 ** 20);
    await database.close();
  });
});
