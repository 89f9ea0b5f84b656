import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operations } from '../../../src/api/operations/operations.ts';
import { createOperationsServer } from '../../../src/api/operations/operations-server.ts';
import { createMeters } from '../../../src/meters.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { type TestDatabase, testDatabases } from '../../support/engines.ts';
import { rawText, route, understood } from '../../support/texts.ts';

const arrived = new Date('2026-03-01T10:00:00Z');
const now = new Date('2026-03-01T10:01:30Z');
const jobs = { waiting: 3, active: 1, delayed: 0, failed: 2, completed: 0 };
const log = pino({ level: 'silent' });

describe.each(testDatabases())('what a process tells of itself, on $name', ({ open }) => {
  let store: TestDatabase;
  let operations: Operations;
  beforeAll(async () => {
    store = await open();
    const { database } = store;
    const meters = createMeters();
    meters.observe('save', 0.03, 50);
    meters.observe('save', 3, 50);
    const versions = { 'taxonomy "telecoms"': 'abc' };
    const queue = { engine: 'redis' as const, counts: async () => jobs };
    const queues = { states: async () => [{ name: 'main', counts: jobs, pausedAt: null, pausedBy: null }] };
    operations = {
      database,
      queue,
      queues,
      meters,
      versions,
      host: '127.0.0.1',
      metricsToken: 'secret',
      now: () => now,
    };
    const intake = await startIntake(database, 'test', arrived);
    const texts = ['first', 'second', 'third'].map((body) => rawText(body));
    await addRawTexts(database, intake, texts, arrived);
    await saveResults(database, [understood(texts[0]!, { route: route() })], now);
  });
  afterAll(() => store.drop());

  const ask = (url: string, options: { remoteAddress?: string; headers?: Record<string, string> } = {}) =>
    createOperationsServer(operations, log).inject({ url, ...options });

  it('tells in the format of Prometheus what stands in store and queue, and how long stages took', async () => {
    const { body, headers } = await ask('/metrics', { headers: { host: '127.0.0.1:4310' } });
    expect(headers['content-type']).toContain('text/plain; version=0.0.4');
    const lines = body.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'earshot_queue_jobs{queue="main",state="waiting"} 3',
        'earshot_queue_jobs{queue="main",state="failed"} 2',
        'earshot_queue_paused{queue="main"} 0',
        'earshot_workers 0',
        'earshot_oldest_waiting_seconds 90',
        'earshot_texts{state="waiting",channel="email"} 2',
        'earshot_texts{state="done",channel="email"} 1',
        'earshot_cases{team="billing",state="open"} 1',
        'earshot_model_info{name="taxonomy \\"telecoms\\"",version="abc"} 1',
        'earshot_stage_seconds_bucket{stage="save",le="0.025"} 0',
        'earshot_stage_seconds_bucket{stage="save",le="0.05"} 1',
        'earshot_stage_seconds_bucket{stage="save",le="5"} 2',
        'earshot_stage_seconds_bucket{stage="save",le="+Inf"} 2',
        'earshot_stage_seconds_sum{stage="save"} 3.03',
        'earshot_stage_texts_total{stage="save"} 100',
      ]),
    );
    // A comment, or a name with labels and a number: what a reader of the format accepts.
    const accepted = /^(#\s(HELP|TYPE)\s\w+\s.+|\w+(\{(\w+="(\\.|[^"\\])*",?)*\})? -?[\d.e+-]+)?$/;
    expect(lines.filter((line) => !accepted.test(line))).toEqual([]);
  });

  it('tells metrics to this machine under its own names, and to others with the token', async () => {
    const far = { remoteAddress: '10.1.2.3' };
    expect((await ask('/metrics', { ...far })).statusCode).toBe(401);
    expect((await ask('/metrics', { ...far, headers: { authorization: 'Bearer wrong' } })).statusCode).toBe(401);
    expect((await ask('/metrics', { ...far, headers: { authorization: 'Bearer secret' } })).statusCode).toBe(200);
    expect((await ask('/metrics', { headers: { host: 'evil.example' } })).statusCode).toBe(421);
    operations.metricsToken = null;
    expect((await ask('/metrics', { ...far, headers: { authorization: 'Bearer null' } })).statusCode).toBe(401);
  });

  it('is up whoever asks, and ready when database and queue answer', async () => {
    const far = { remoteAddress: '10.1.2.3', headers: { host: 'serve:4310' } };
    expect((await ask('/healthz', far)).json()).toEqual({ status: 'ok' });
    const ready = await ask('/readyz', far);
    expect([ready.statusCode, ready.json()]).toEqual([200, { database: 'ok', queue: 'ok' }]);
  });

  it('is not ready, and says which part is away', async () => {
    const queue = { ...operations.queue, counts: () => Promise.reject(new Error('connection refused')) };
    const answer = await createOperationsServer({ ...operations, queue }, log).inject('/readyz');
    expect([answer.statusCode, answer.json()]).toEqual([503, { database: 'ok', queue: 'does not answer' }]);
  });
});
