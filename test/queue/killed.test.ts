import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRedisQueue } from '../../src/queue/bullmq-redis.ts';
import { openQueue } from '../../src/queue/open.ts';
import type { JobQueue } from '../../src/queue/queue.ts';
import { openPglite } from '../../src/store/pglite.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { copyEmptyStore, createPostgres, postgresAnswers } from '../support/engines.ts';
import { dropRedisPrefix, redisAnswers, redisUrl } from '../support/redis.ts';
import { until } from '../support/until.ts';

const script = join(import.meta.dirname, '..', 'support', 'hanging-worker.js');

/** Starts a worker in a process of its own, and kills it when it has taken its job. */
async function killWorker(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [line] = await Promise.race([once(child.stdout, 'data'), exited]);
  expect(String(line)).toBe('taken by the killed\n');
  child.kill('SIGKILL');
  await exited;
}

async function expectJobBack(queue: JobQueue): Promise<void> {
  const killed = performance.now();
  const done: unknown[] = [];
  await queue.work(async (job) => done.push(job), { concurrency: 1 });
  await until(() => done.length === 1);
  expect(done).toEqual([{ name: 'intake', data: { rawIds: ['taken by the killed'] } }]);
  // The lock lapses after 5 s and is found to have within another 5 s; the rest is for a busy machine.
  expect(performance.now() - killed).toBeLessThan(60_000);
  await until(async () => (await queue.counts()).active === 0);
  expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 });
}

describe.concurrent('the job of a killed worker comes back', { timeout: 120_000 }, () => {
  it('on PGlite', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'earshot-killed-'));
    await copyEmptyStore(join(directory, 'db'));
    await killWorker('pglite', join(directory, 'db'));
    const database = await openPglite(join(directory, 'db'));
    const queue = await openQueue(database, { redisUrl: null });
    await expectJobBack(queue);
    await queue.close();
    await database.close();
    rmSync(directory, { recursive: true });
  });

  it.skipIf(!postgresAnswers)('on Postgres (skipped where it does not answer)', async () => {
    const { url, drop } = await createPostgres();
    await killWorker('postgres', url);
    const database = await openPostgres(url);
    const queue = await openQueue(database, { redisUrl: null });
    await expectJobBack(queue);
    await queue.close();
    await database.close();
    await drop();
  });

  it.skipIf(!redisAnswers)('on Redis (skipped where it does not answer)', async () => {
    const prefix = `earshot-test-${randomUUID()}`;
    await killWorker('redis', redisUrl, prefix);
    const queue = await openRedisQueue(redisUrl, prefix);
    await expectJobBack(queue);
    await queue.close();
    await dropRedisPrefix(prefix);
  });
});
