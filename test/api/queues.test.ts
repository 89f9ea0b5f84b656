import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openQueue } from '../../src/queue/open.ts';
import { noteWorker } from '../../src/store/queues/workers.ts';
import { testDatabases } from '../support/engines.ts';
import { until } from '../support/until.ts';
import { now } from './support/seed.ts';
import { openWorld, type World } from './support/world.ts';

const [pglite] = testDatabases();
let world: World;
let drop: () => Promise<void>;
beforeAll(async () => {
  const { database, drop: dropStore } = await pglite!.open();
  const worker = { host: 'anvil', pid: 77, threads: 3, version: '0.1.0', startedAt: new Date(now.getTime() - 60_000) };
  const stages = { parse: { seconds: 1, batches: 10, texts: 500 }, save: { seconds: 2, batches: 10, texts: 500 } };
  const seen = (secondsAgo: number) => new Date(now.getTime() - secondsAgo * 1000);
  await noteWorker(database, { ...worker, id: 'a', models: { taxonomy: '1' }, stages, seenAt: seen(5) });
  await noteWorker(database, { ...worker, id: 'b', pid: 78, models: { taxonomy: '1' }, stages: {}, seenAt: seen(300) });
  await noteWorker(database, {
    ...worker,
    id: 'c',
    pid: 79,
    models: { taxonomy: '1' },
    stages: {},
    seenAt: seen(7200),
  });
  const queue = await openQueue(database, { redisUrl: null });
  await queue.add([{ name: 'nightly', data: {}, options: { attempts: 1 } }]);
  await queue.work(() => Promise.reject(new Error('<b>no</b> disk')), { concurrency: 1 });
  await until(async () => (await queue.counts()).failed === 1);
  await queue.close();
  world = await openWorld(database);
  drop = async () => {
    await world.close();
    await dropStore();
  };
}, 60_000);
afterAll(() => drop());

const post = (url: string, payload = {}) => world.ask({ method: 'POST', url, payload });

describe('the page of the queues', () => {
  it('shows jobs, workers, stage times and what was given up', async () => {
    const page = (await world.ask('/queues')).body;
    expect(page).toContain('anvil, process 77');
    expect(page).toContain('silent since');
    expect(page).not.toContain('process 79');
    expect(page).toContain('4.00 ms');
    expect(page).toContain('&lt;b&gt;no&lt;/b&gt; disk');
    expect(page).not.toContain('different models');
  });

  it('says the same to programs', async () => {
    const view = (await world.ask('/api/queues')).json();
    expect(view.queues).toMatchObject([{ name: 'main', counts: { waiting: 0, failed: 1 }, pausedAt: null }]);
    expect(view.workers.map((worker: { alive: boolean }) => worker.alive)).toEqual([true, false]);
    expect(view.failed).toMatchObject([{ queue: 'main', name: 'nightly', reason: '<b>no</b> disk', attempts: 1 }]);
  });

  it('warns when workers with different models are at work', async () => {
    const { database } = world.services;
    const other = { host: 'anvil', pid: 80, threads: 1, version: '0.2.0', stages: {}, startedAt: now, seenAt: now };
    await noteWorker(database, { ...other, id: 'd', models: { taxonomy: '2' } });
    expect((await world.ask('/queues')).body).toContain('Workers with different models are at work');
  });

  it('lets the queues stand still and go on by a click', async () => {
    const paused = await post('/queues/pause');
    expect([paused.statusCode, paused.headers.location]).toEqual([303, '/queues']);
    expect((await world.ask('/queues')).body).toContain('The queues stand still');
    expect((await world.ask('/api/status')).json().queues).toMatchObject([{ name: 'main', pausedBy: 'browser' }]);
    expect((await post('/api/queues/resume')).json()).toEqual({ paused: false });
    expect((await world.ask('/api/queues')).json().paused).toBe(false);
  });

  it('tries a job again by a click, and says so', async () => {
    const [{ id }] = (await world.ask('/api/queues')).json().failed;
    const retried = await post('/queues/retry', { id });
    expect([retried.statusCode, retried.headers.location]).toEqual([303, '/queues?retried=1']);
    expect((await world.ask('/queues?retried=1')).body).toContain('1 job will be tried again');
    expect((await post('/api/queues/retry', { ids: 'all' })).json()).toEqual({ retried: 0 });
  });

  it('is for nobody who is not signed in, nor for pages of other sites', async () => {
    expect((await world.askAsStranger({ url: '/queues' })).statusCode).toBe(401);
    expect((await world.askAsStranger({ method: 'POST', url: '/api/queues/pause' })).statusCode).toBe(401);
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    expect(
      (await world.ask({ method: 'POST', url: '/queues/pause', payload: {}, headers: elsewhere })).statusCode,
    ).toBe(403);
  });
});
