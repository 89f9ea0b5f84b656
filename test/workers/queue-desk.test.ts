import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../src/context.ts';
import { listAuditEvents } from '../../src/store/audit/list-audit-events.ts';
import { createQueueDesk, obeyPauses } from '../../src/workers/queue-desk.ts';
import { type ContextEngine, testContexts } from '../support/contexts.ts';
import { until } from '../support/until.ts';

const actor = { userId: null, name: 'Ada' };
const everything = { userId: null, action: null, subject: null, fromDay: null, toDay: null };

describe.each(testContexts())('the desk of the queues on $name', ({ start }) => {
  let engine: Awaited<ReturnType<ContextEngine['start']>>;
  let context: Context;
  beforeEach(async () => {
    engine = await start();
    context = engine.context;
  });
  afterEach(async () => {
    await context.close();
    await engine.drop();
  });

  it('lets every queue stand still and go on, and says by whose word', async () => {
    const desk = createQueueDesk(context);
    const lane = await context.queue.lane('letters');
    await desk.pause(actor);
    await desk.pause({ userId: null, name: 'Grace' });
    expect([await context.queue.isPaused(), await lane.isPaused()]).toEqual([true, true]);
    expect(await desk.states()).toMatchObject([
      { name: 'main', pausedBy: 'Ada', pausedAt: expect.any(Date), counts: { waiting: 0 } },
      { name: 'letters', pausedBy: 'Ada' },
    ]);
    await desk.resume(actor);
    expect([await context.queue.isPaused(), await lane.isPaused()]).toEqual([false, false]);
    expect(await desk.states()).toMatchObject([{ pausedAt: null, pausedBy: null }, { pausedAt: null }]);
    const trail = await listAuditEvents(context.database, everything, { before: null, limit: 10 });
    expect(trail.map((event) => `${event.actor} ${event.action}`)).toEqual(['Ada resume', 'Grace pause', 'Ada pause']);
  });

  it('makes queues obey the store when they have forgotten, or open late', async () => {
    const desk = createQueueDesk(context);
    await desk.pause(actor);
    // What a flush of Redis amounts to.
    await context.queue.resume();
    await obeyPauses(context);
    expect(await context.queue.isPaused()).toBe(true);
    await desk.resume(actor);
    await context.queue.pause();
    await obeyPauses(context);
    expect(await context.queue.isPaused()).toBe(false);
  });

  it('shows what was given up with its reason, and tries it again', async () => {
    const desk = createQueueDesk(context);
    let broken = true;
    const done: unknown[] = [];
    await context.queue.work(
      async (job) => {
        if (broken) throw new Error('the night failed');
        done.push(job);
      },
      { concurrency: 1 },
    );
    await context.queue.add([{ name: 'nightly', data: {}, options: { attempts: 1 } }]);
    await until(async () => (await desk.failedJobs(10)).length === 1);
    const [failed] = await desk.failedJobs(10);
    expect(failed).toMatchObject({ queue: 'main', name: 'nightly', reason: 'the night failed', attempts: 1 });
    broken = false;
    expect(await desk.retry([failed!.id], actor)).toBe(1);
    await until(() => done.length === 1);
    await until(async () => (await desk.failedJobs(10)).length === 0);
  });
});
