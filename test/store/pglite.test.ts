import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openPglite } from '../../src/store/pglite.ts';
import { proveDatabase } from './database.suite.ts';

describe('PGlite', () => {
  proveDatabase(async () => {
    const database = await openPglite('memory');
    return { database, drop: async () => undefined };
  });
});

describe('PGlite in its thread', () => {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-pglite-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('keeps what was written when it is opened again', async () => {
    const first = await openPglite(join(directory, 'db'));
    await first.execute('create table notes (body text)');
    await first.query('insert into notes values ($1)', ['kept']);
    await first.close();
    const second = await openPglite(join(directory, 'db'));
    expect(await second.query('select body from notes')).toEqual([{ body: 'kept' }]);
    await second.close();
  });

  it('leaves the event loop free while a long query runs', async () => {
    const database = await openPglite('memory');
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const started = performance.now();
    await database.query('select count(*) from generate_series(1, 3000000)');
    const elapsed = performance.now() - started;
    clearInterval(timer);
    await database.close();
    // Some ticks are lost to a busy machine; a blocked loop would give none.
    expect(ticks).toBeGreaterThan(elapsed / 5 / 10);
  });

  it('tells of statements sent to the database from inside a transaction, which would wait for ever', async () => {
    const database = await openPglite('memory');
    const work = database.transaction(() => database.query('select 1'));
    await expect(work).rejects.toThrow('send the statement to its handle');
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('says so when a directory does not hold a database that can be opened', async () => {
    const database = await openPglite(join(directory, 'broken'));
    await database.close();
    rmSync(join(directory, 'broken', 'global'), { recursive: true });
    await expect(openPglite(join(directory, 'broken'))).rejects.toThrow('embedded database');
  });
});
