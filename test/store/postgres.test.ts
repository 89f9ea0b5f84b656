import { describe, expect, it } from 'vitest';
import { openPostgres } from '../../src/store/postgres.ts';
import { createPostgres, postgresAnswers } from '../support/engines.ts';
import { proveDatabase } from './database.suite.ts';

describe.skipIf(!postgresAnswers)('Postgres (skipped where EARSHOT_TEST_DATABASE_URL does not answer)', () => {
  proveDatabase(async () => {
    const { url, drop } = await createPostgres();
    return { database: await openPostgres(url), drop };
  });

  it('goes on after Postgres has cut every connection', async () => {
    const { url, drop } = await createPostgres();
    const database = await openPostgres(url);
    const cut = database.transaction(async (tx) => {
      await database.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await tx.query('select 1');
    });
    await expect(cut).rejects.toThrow();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
    await drop();
  });
});

describe('openPostgres', () => {
  it('names the place, and not the password, when nothing answers there', async () => {
    const opening = openPostgres('postgres://someone:secret@127.0.0.1:9/none');
    await expect(opening).rejects.toThrow('Postgres at 127.0.0.1:9/none cannot be used');
    await expect(opening).rejects.not.toThrow('secret');
  });
});
