import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Hopeless, type Job, type JobQueue, TryLater } from '../../src/queue/queue.ts';
import { type QueueEngine, testQueues } from '../support/queues.ts';
import { until } from '../support/until.ts';

const intake = (...rawIds: string[]): Job => ({ name: 'intake', data: { rawIds } });
const firstId = (job: Job): string => (job.name === 'intake' ? job.data.rawIds[0]! : job.name);
const pauseFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(testQueues())('how the queue on $name treats a job', ({ start }) => {
  let engine: Awaited<ReturnType<QueueEngine['start']>>;
  let queue: JobQueue;
  let done: string[];
  beforeEach(async () => {
    engine = await start();
    queue = await engine.open();
    done = [];
  });
  afterEach(async () => {
    await queue.close();
    await engine.drop();
  });
  const note = async (job: Job) => done.push(firstId(job));

  it('does what is urgent before what waited longer', async () => {
    await queue.add([intake('early'), intake('later'), { ...intake('urgent'), options: { urgent: true } }]);
    expect(await queue.counts()).toMatchObject({ waiting: 3 });
    await queue.work(note, { concurrency: 1 });
    await until(() => done.length === 3);
    expect(done).toEqual(['urgent', 'early', 'later']);
  });

  it('lets what is urgent overtake a backlog that is being worked off', async () => {
    await queue.add(Array.from({ length: 200 }, (_, at) => intake(`backlog ${at}`)));
    await queue.work((job) => note(job).then(() => pauseFor(5)), { concurrency: 1 });
    await until(() => done.length >= 10);
    const before = done.length;
    await queue.add([{ ...intake('urgent'), options: { urgent: true } }]);
    await until(() => done.includes('urgent'));
    expect(done.indexOf('urgent') - before).toBeLessThan(100);
    expect(await queue.counts()).not.toMatchObject({ waiting: 0 });
  });

  it('keeps one of several jobs with the same id, until that one is done', async () => {
    const same = { ...intake('a'), options: { id: 'night of 2026-11-22: first' } };
    await queue.add([same, same]);
    await queue.add([same]);
    expect(await queue.counts()).toMatchObject({ waiting: 1 });
    await queue.work(note, { concurrency: 1 });
    await until(async () => done.length === 1 && (await queue.counts()).active === 0);
    await queue.add([same]);
    await until(() => done.length === 2);
  });

  it('waits as long as a job says', async () => {
    await queue.work(note, { concurrency: 1 });
    const added = performance.now();
    await queue.add([{ ...intake('late'), options: { delaySeconds: 0.5 } }, intake('now')]);
    await until(() => done.length === 2);
    expect(done).toEqual(['now', 'late']);
    expect(performance.now() - added).toBeGreaterThan(490);
  });

  it('gives a job up after as many attempts as it says, keeps the reason, and tries it again when told', async () => {
    const attempts: [number, boolean][] = [];
    let broken = true;
    await queue.work(
      async (job, { number, last }) => {
        attempts.push([number, last]);
        if (broken) throw new Error(`${firstId(job)} cannot be reached`);
      },
      { concurrency: 1 },
    );
    await queue.add([{ ...intake('a'), options: { attempts: 2, backoffSeconds: 0.05 } }]);
    await until(async () => (await queue.counts()).failed === 1);
    expect(attempts).toEqual([
      [1, false],
      [2, true],
    ]);
    const [failed, ...others] = await queue.failedJobs({ offset: 0, limit: 10 });
    expect(failed).toMatchObject({ ...intake('a'), reason: 'a cannot be reached', attempts: 2 });
    expect(Math.abs(failed!.failedAt.getTime() - Date.now())).toBeLessThan(60_000);
    expect(others).toEqual([]);
    broken = false;
    expect(await queue.retryFailed(['of no job', failed!.id])).toBe(1);
    await until(() => attempts.length === 3);
    expect(attempts[2]).toEqual([1, false]);
    await until(async () => (await queue.counts()).active === 0);
    expect(await queue.counts()).toMatchObject({ failed: 0, waiting: 0, delayed: 0 });
  });

  it('tries every failed job again when told to, however many there are', async () => {
    let broken = true;
    let calls = 0;
    await queue.work(
      async () => {
        calls += 1;
        if (broken) throw new Error('down');
      },
      { concurrency: 10 },
    );
    await queue.add(Array.from({ length: 230 }, (_, at) => ({ ...intake(`${at}`), options: { attempts: 1 } })));
    await until(async () => (await queue.counts()).failed === 230);
    expect(await queue.failedJobs({ offset: 225, limit: 10 })).toHaveLength(5);
    broken = false;
    expect(await queue.retryFailed('all')).toBe(230);
    await until(() => calls === 460);
    await until(async () => (await queue.counts()).failed === 0);
  });

  it('gives a hopeless job up at once', async () => {
    await queue.work(
      async () => {
        throw new Hopeless('the address does not exist');
      },
      { concurrency: 1 },
    );
    await queue.add([intake('a')]);
    await until(async () => (await queue.counts()).failed === 1);
    expect(await queue.failedJobs({ offset: 0, limit: 1 })).toMatchObject([
      { reason: 'the address does not exist', attempts: 1 },
    ]);
  });

  it('comes back later when told to, without counting an attempt', async () => {
    const attempts: number[] = [];
    await queue.work(
      async (_job, { number }) => {
        attempts.push(number);
        if (attempts.length === 1) throw new TryLater(0.3);
      },
      { concurrency: 1 },
    );
    await queue.add([{ ...intake('a'), options: { attempts: 2 } }]);
    await until(() => attempts.length === 1);
    await until(async () => (await queue.counts()).delayed === 1);
    await until(() => attempts.length === 2);
    expect(attempts).toEqual([1, 1]);
    await until(async () => (await queue.counts()).active === 0);
    expect(await queue.counts()).toMatchObject({ failed: 0, delayed: 0 });
  });

  it('adds a scheduled job when its time comes, once for all who schedule it', async () => {
    const other = await engine.open();
    const everySecond = '* * * * * *';
    await queue.schedule('tick', everySecond, { name: 'nightly', data: {} });
    await other.schedule('tick', everySecond, { name: 'nightly', data: {} });
    const began = Date.now();
    await queue.work(note, { concurrency: 1 });
    await other.work(note, { concurrency: 1 });
    await until(() => done.length >= 2);
    // Each second once: as many as seconds began meanwhile, and never twice as many.
    expect(done.length).toBeLessThanOrEqual(Math.ceil((Date.now() - began) / 1000) + 1);
    await queue.unschedule('tick');
    await pauseFor(1500);
    const stopped = done.length;
    await pauseFor(1500);
    expect(done.length).toBe(stopped);
    await other.close();
  });
});

type Delivery = { name: 'deliver'; data: { id: number } };

describe.each(testQueues())('a lane of the queue on $name', ({ start }) => {
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

  it('is a queue of its own: other jobs, other pauses, other counts', async () => {
    const lane = await queue.lane<Delivery>('deliver');
    const elsewhere = await (await engine.open()).lane<Delivery>('deliver');
    const done: unknown[] = [];
    await queue.pause();
    await queue.add([intake('a')]);
    await elsewhere.add([{ name: 'deliver', data: { id: 7 } }]);
    expect([await lane.counts(), await queue.counts()]).toMatchObject([{ waiting: 1 }, { waiting: 1 }]);
    await lane.work(async (job) => done.push(job), { concurrency: 1 });
    await queue.work(async (job) => done.push(job), { concurrency: 1 });
    await until(() => done.length === 1);
    expect(done).toEqual([{ name: 'deliver', data: { id: 7 } }]);
    await elsewhere.close();
  });

  it('begins no more jobs within a time than its limit allows', async () => {
    const lane = await queue.lane<Delivery>('deliver');
    const times: number[] = [];
    await lane.add(Array.from({ length: 5 }, (_, id) => ({ name: 'deliver', data: { id } })));
    const began = performance.now();
    await lane.work(async () => times.push(performance.now()), { concurrency: 5, limit: { jobs: 2, seconds: 1 } });
    await until(() => times.length === 5);
    // The first time begins after `began`, so these hold on a busy machine too.
    expect(times[2]! - began).toBeGreaterThan(950);
    expect(times[4]! - began).toBeGreaterThan(1950);
  });
});
