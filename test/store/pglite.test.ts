import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite, type PgliteDatabase } from '../../src/store/pglite.ts';
import { copyEmptyStore } from '../support/engines.ts';
import { proveDatabase } from './database.suite.ts';

describe('PGlite', () => {
  proveDatabase(async () => {
    const database = await openPglite('memory');
    return { database, drop: async () => undefined };
  });
});

describe('PGlite in its thread', () => {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-pglite-'));
  const store = join(directory, 'db');
  let database: PgliteDatabase;
  beforeAll(async () => {
    await copyEmptyStore(store);
    database = await openPglite(store);
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('leaves the event loop free while a long query runs', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const started = performance.now();
    await database.query('select count(*) from generate_series(1, 3000000)');
    const elapsed = performance.now() - started;
    clearInterval(timer);
    // Some ticks are lost to a busy machine; a blocked loop would give none.
    expect(ticks).toBeGreaterThan(elapsed / 5 / 10);
  });

  it('tells of statements sent to the database from inside a transaction, which would wait for ever', async () => {
    const work = database.transaction(() => database.query('select 1'));
    await expect(work).rejects.toThrow('send the statement to its handle');
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('hands on notifications until it is told to stop', async () => {
    const heard: string[] = [];
    const stop = database.onNotification((channel, payload) => heard.push(`${channel}: ${payload}`));
    await database.execute('listen news');
    await database.query("select pg_notify('news', 'one')");
    await database.transaction((tx) => tx.query("select pg_notify('news', 'two')"));
    await database.query('select 1');
    expect(heard).toEqual(['news: one', 'news: two']);
    stop();
    await database.query("select pg_notify('news', 'three')");
    await database.query('select 1');
    expect(heard.length).toBe(2);
  });

  it('keeps what was written when it is opened again', async () => {
    await database.execute('create table notes (body text)');
    await database.query('insert into notes values ($1)', ['kept']);
    await database.close();
    database = await openPglite(store);
    expect(await database.query('select body from notes')).toEqual([{ body: 'kept' }]);
    await database.close();
  });

  it('says so when a directory does not hold a database that can be opened', async () => {
    rmSync(join(store, 'global'), { recursive: true });
    await expect(openPglite(store)).rejects.toThrow('embedded database');
  });
});
