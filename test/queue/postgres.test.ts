import { describe, expect, it } from 'vitest';
import { openQueue } from '../../src/queue/open.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { createPostgres, postgresAnswers } from '../support/engines.ts';
import { until } from '../support/until.ts';

describe.skipIf(!postgresAnswers)('the queue on Postgres (skipped where it does not answer)', () => {
  it('goes on after Postgres has cut every connection', async () => {
    const { url, drop } = await createPostgres();
    const database = await openPostgres(url);
    const queue = await openQueue(database, { redisUrl: null });
    const done: string[] = [];
    await queue.work(async (job) => done.push(job.name), { concurrency: 2 });
    await queue.add([{ name: 'nightly', data: {} }]);
    await until(() => done.length === 1);
    await database.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    const added = (): Promise<boolean> =>
      queue.add([{ name: 'intake', data: { rawIds: ['a'] } }]).then(
        () => true,
        () => false,
      );
    await until(added);
    await until(() => done.length === 2);
    expect(done).toEqual(['nightly', 'intake']);
    await queue.close();
    await database.close();
    await drop();
  });
});
