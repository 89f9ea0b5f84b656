import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import type { JobQueue } from '../../src/queue/queue.ts';
import { createBackPressure } from '../../src/workers/backlog.ts';
import { testQueues } from '../support/queues.ts';
import { until } from '../support/until.ts';

const reading = { ...intake.reading, batchTexts: 50, mostWaitingTexts: 500 };
const pipelines = {
  intake: { ...intake, reading },
  routing: {},
  ...{ answers: null as never, cases: null as never, delivery: null as never },
  nightly: null as never,
  quality: null as never,
  training: null as never,
};
const seconds = async (work: Promise<void>): Promise<number> => {
  const began = performance.now();
  await work;
  return (performance.now() - began) / 1000;
};

const [queues] = testQueues();
let queue: JobQueue;
let drop: () => Promise<void>;
beforeAll(async () => {
  const engine = await queues!.start();
  queue = await engine.open();
  drop = async () => {
    await queue.close();
    await engine.drop();
  };
  await queue.add(Array.from({ length: 11 }, (_, at) => ({ name: 'intake', data: { rawIds: [`${at}`] } })));
});
afterAll(() => drop());

describe('back-pressure', () => {
  it('lets a small intake pass, however much waits', async () => {
    expect(await seconds(createBackPressure({ queue, pipelines })(999))).toBeLessThan(0.2);
  });

  it('holds a large intake until less waits than the pipeline allows', async () => {
    const slowDown = createBackPressure({ queue, pipelines }, 60);
    let passed = false;
    const waiting = slowDown(1000).then(() => {
      passed = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(passed).toBe(false);
    const done: unknown[] = [];
    await queue.work(async (job) => done.push(job), { concurrency: 1 });
    await waiting;
    expect(done.length).toBeGreaterThan(0);
    await until(() => done.length === 11);
  });

  it('goes on slowly where nobody works', async () => {
    await queue.pause();
    await queue.add(Array.from({ length: 11 }, (_, at) => ({ name: 'intake', data: { rawIds: [`${at}`] } })));
    const slowDown = createBackPressure({ queue, pipelines }, 0.5);
    expect(await seconds(slowDown(1000))).toBeGreaterThan(0.5);
    expect(await seconds(slowDown(10))).toBeLessThan(0.2);
  });

  it('does not hold anything up where the queue does not answer', async () => {
    const silent = { counts: () => Promise.reject(new Error('gone')) } as unknown as JobQueue;
    expect(await seconds(createBackPressure({ queue: silent, pipelines })(1000))).toBeLessThan(0.2);
  });
});
