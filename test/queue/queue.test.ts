import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job, JobQueue } from '../../src/queue/queue.ts';
import { type QueueEngine, testQueues } from '../support/queues.ts';
import { until } from '../support/until.ts';

const intake = (...rawIds: string[]): Job => ({ name: 'intake', data: { rawIds } });

describe.each(testQueues())('the queue on $name', ({ start }) => {
  let engine: Awaited<ReturnType<QueueEngine['start']>>;
  let queue: JobQueue;
  beforeEach(async () => {
    engine = await start();
    queue = await engine.open();
  });
  afterEach(async () => {
    await queue.close();
    await engine.drop();
  });

  it('does every job once, in order, with what it was given', async () => {
    const done: Job[] = [];
    await queue.add([intake('a', 'b'), intake('c'), { name: 'nightly', data: {} }]);
    expect(await queue.counts()).toEqual({ waiting: 3, active: 0, delayed: 0, failed: 0, completed: 0 });
    await queue.work(async (job) => done.push(job), { concurrency: 1 });
    await until(() => done.length === 3);
    expect(done).toEqual([intake('a', 'b'), intake('c'), { name: 'nightly', data: {} }]);
    await until(async () => (await queue.counts()).active === 0);
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 });
  });

  it('wakes a worker that waits', async () => {
    const done: string[] = [];
    await queue.work(async (job) => done.push(job.name), { concurrency: 2 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const added = performance.now();
    await queue.add([intake('late')]);
    await until(() => done.length === 1);
    expect(performance.now() - added).toBeLessThan(10_000);
  });

  it('tries a failed job again, and tells of each failure', async () => {
    const errors: string[] = [];
    let attempts = 0;
    const handler = async (): Promise<void> => {
      attempts += 1;
      if (attempts < 3) throw new Error(`attempt ${attempts}`);
    };
    await queue.work(handler, { concurrency: 1, onError: (error) => errors.push(error.message) });
    await queue.add([intake('a')]);
    await until(() => attempts === 1);
    await until(async () => (await queue.counts()).delayed === 1);
    await until(() => attempts === 3);
    expect(errors).toEqual(['attempt 1', 'attempt 2']);
  });

  it('holds jobs back while it is paused, in every process', async () => {
    const done: string[] = [];
    await queue.work(async (job) => done.push(job.name), { concurrency: 1 });
    const other = await engine.open();
    await other.pause();
    expect([await queue.isPaused(), await other.isPaused()]).toEqual([true, true]);
    await other.close();
    await queue.add([intake('a')]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(done).toEqual([]);
    expect((await queue.counts()).waiting).toBe(1);
    await queue.resume();
    expect(await queue.isPaused()).toBe(false);
    await until(() => done.length === 1);
  });

  it('finishes the jobs under way before it closes, and leaves the others', async () => {
    let finished = 0;
    let begun = 0;
    const slow = async (): Promise<void> => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 300));
      finished += 1;
    };
    await queue.work(slow, { concurrency: 2 });
    await queue.add([intake('a'), intake('b'), intake('c')]);
    await until(() => begun === 2);
    await Promise.all([queue.close(), queue.close()]);
    expect(finished).toBe(2);
    const again = await engine.open();
    expect(await again.counts()).toMatchObject({ waiting: 1, active: 0 });
    await again.close();
  });

  it('shares its jobs among several workers', async () => {
    const other = await engine.open();
    const done: string[] = [];
    const handler =
      (worker: string) =>
      async (job: Job): Promise<void> => {
        done.push(`${worker} ${job.name === 'intake' ? job.data.rawIds[0] : ''}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      };
    await queue.work(handler('one'), { concurrency: 1 });
    await other.work(handler('two'), { concurrency: 1 });
    const ids = Array.from({ length: 30 }, (_, at) => `text ${at}`);
    await queue.add(ids.map((id) => intake(id)));
    await until(() => done.length >= 30);
    expect(done.map((line) => line.slice(4)).sort()).toEqual([...ids].sort());
    expect(new Set(done.map((line) => line.slice(0, 3)))).toEqual(new Set(['one', 'two']));
    await other.close();
  });
});
