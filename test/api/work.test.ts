import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { addFailure, addTexts, now } from './support/seed.ts';
import { localToken, openWorld, type World } from './support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

let world: World;
let drop: () => Promise<void>;
const asCommandLine = { authorization: `Bearer ${localToken}` };
const large = Buffer.alloc(3_500_000, 'broken ');

beforeAll(async () => {
  const opened = await pglite.open();
  await addTexts(opened.database, createCorpus(60));
  await addFailure(opened.database, 'a'.repeat(64), 'empty.eml', Buffer.from(''));
  await addFailure(opened.database, 'c'.repeat(64), 'large.eml', large);
  await addFailure(opened.database, 'd'.repeat(64), 'third.eml', Buffer.from('Subject: th'));
  world = await openWorld(opened.database);
  drop = async () => {
    await world.close();
    await opened.drop();
  };
});
afterAll(() => drop());

const post = (url: string, payload?: object | string | Readable, type = 'application/json') =>
  world.askAsStranger({
    ...{ method: 'POST', url, headers: { ...asCommandLine, ...(payload !== undefined && { 'content-type': type }) } },
    ...(payload !== undefined && { payload }),
  });

describe('an intake over HTTP', () => {
  it('takes the bytes of a file as they stream in, with all that is known of it', async () => {
    const mapping = { text: ['comment'], date: 'answered', dateOrder: 'dmy' };
    const query = new URLSearchParams({
      source: 'answers of März.csv',
      modifiedAt: '2025-01-02T03:04:05.000Z',
      channel: 'survey',
      mapping: JSON.stringify(mapping),
    });
    const chunks = Array.from({ length: 40 }, (_, at) => Buffer.alloc(100_000, at));
    const response = await post(`/api/intakes?${query}`, Readable.from(chunks), 'application/octet-stream');
    expect(response.statusCode).toBe(200);
    const { intakeId } = response.json();
    const [received] = world.received.splice(0);
    expect(received?.bytes.equals(Buffer.concat(chunks))).toBe(true);
    expect(received?.file).toMatchObject({ name: 'answers of März.csv', channel: 'survey', mapping });
    expect(received?.file.modifiedAt).toEqual(new Date('2025-01-02T03:04:05Z'));
    const result = await world.askAsStranger({ url: `/api/intakes/${intakeId}`, headers: asCommandLine });
    expect(result.json()).toMatchObject({
      read: 0,
      new: 0,
      duplicate: 0,
      failed: 0,
      finishedReading: true,
      failures: [],
    });
  });

  it('needs no more than a name', async () => {
    const response = await post('/api/intakes?source=x.eml', 'From: a', 'application/octet-stream');
    expect(response.statusCode).toBe(200);
    expect(world.received.splice(0)[0]?.file).toMatchObject({ channel: null, mapping: null, modifiedAt: now });
  });

  it.each([
    ['', '"source" is missing.'],
    ['?source=x&channel=fax', '"channel" should be one of email, call, survey.'],
    ['?source=x&chanel=email', '"chanel" is not known here; leave it out.'],
    ['?source=x&mapping=%7B', 'mapping is not JSON. It should look like'],
    ['?source=x&mapping=%7B%22text%22%3A%22comment%22%7D', 'mapping/text: Expected array'],
    ['?source=x&modifiedAt=yesterday', '"modifiedAt" must match format "date-time".'],
  ])('says what is wrong with %s', async (query, message) => {
    const response = await post(`/api/intakes${query}`, 'x', 'application/octet-stream');
    expect(response.statusCode).toBe(400);
    expect(response.json().message).toContain(message);
    expect(world.received).toEqual([]);
  });

  it('refuses a body that is not the bytes of a file', async () => {
    expect((await post('/api/intakes?source=x', '<x/>', 'text/xml')).statusCode).toBe(415);
    expect((await post('/api/intakes?source=x', { text: 'x' })).statusCode).toBe(415);
  });

  it('that does not exist is not found', async () => {
    const response = await world.askAsStranger({ url: '/api/intakes/999', headers: asCommandLine });
    expect(response.statusCode).toBe(404);
    expect(response.json().message).toContain('There is no intake 999.');
  });
});

describe('what is kept aside', () => {
  it('is listed with source, reason and size', async () => {
    const { failures, found } = (await world.ask('/api/failures')).json();
    expect(found).toBe(3);
    expect(Object.fromEntries(failures.map((f: { source: string; size: number }) => [f.source, f.size]))).toEqual({
      'empty.eml': 0,
      'large.eml': large.length,
      'third.eml': 11,
    });
    expect(failures[0].reason).toContain('The mail ends in the middle of its headers.');
  });

  it('is listed page by page, each once', async () => {
    const ids: string[] = [];
    for (let url: string | null = '/api/failures?limit=1'; url !== null; ) {
      const { failures, next }: { failures: { id: string }[]; next: string | null } = (await world.ask(url)).json();
      ids.push(...failures.map(({ id }) => id));
      url = next && `/api${next}&limit=1`;
    }
    expect(ids.sort()).toEqual(['a', 'c', 'd'].map((sign) => sign.repeat(64)));
  });

  it('comes back byte for byte, also where it was kept in parts', async () => {
    const response = await world.ask(`/failures/${'c'.repeat(64)}/bytes`);
    expect(response.rawPayload.equals(large)).toBe(true);
    expect((await world.ask(`/failures/${'e'.repeat(64)}/bytes`)).statusCode).toBe(404);
  });

  it('is read again one by one from the page, and all at once by the command line', async () => {
    const form = 'application/x-www-form-urlencoded';
    const one = await world.ask({
      ...{ method: 'POST', url: '/failures/replay', headers: { 'content-type': form } },
      payload: `id=${'d'.repeat(64)}`,
    });
    expect([one.statusCode, one.headers.location]).toEqual([303, '/failures?replayed=1']);
    expect((await world.ask('/failures?replayed=1')).body).toContain('1 text will be read again.');
    expect((await post('/api/failures/replay', { ids: ['a'.repeat(64)] })).json()).toEqual({ waiting: 1 });
    expect((await post('/api/failures/replay', { ids: 'all' })).json()).toEqual({ waiting: 1 });
    expect((await world.ask('/api/failures')).json().found).toBe(0);
    expect((await world.ask('/')).body).toContain('New texts are being read.');
  });
});

describe('the store as the command line asks it', () => {
  it('says how it stands', async () => {
    const status = (await world.askAsStranger({ url: '/api/status', headers: asCommandLine })).json();
    expect(status).toMatchObject({ documents: 60, failures: 0, lastRun: null });
    const done = status.texts.filter((row: { state: string }) => row.state === 'done');
    expect(done.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(60);
  });

  it('mines its relations', async () => {
    const mined = (await post('/api/nightly', {})).json();
    const { understood } = (await world.ask('/api/status')).json();
    expect(understood).toBeLessThan(60);
    expect(mined.documents).toBeLessThanOrEqual(understood);
    expect(mined).toMatchObject({ day: '2025-02-08', fromDay: '2025-01-10' });
    expect((await world.ask('/api/runs')).json().runs[0]).toMatchObject({
      id: mined.runId,
      relations: mined.relations,
    });
    expect((await world.ask('/api/relations')).json().run.texts.count).toBe(mined.documents);
  });
});

describe('the morning report', () => {
  it('is had by the day of its night, and a day without one says what to do', async () => {
    const { day, texts } = (await world.ask('/api/report')).json();
    expect(day).toBe('2025-02-08');
    expect(texts.count).toBeGreaterThan(0);
    expect((await world.ask('/api/report?day=2025-02-08')).json()).toMatchObject({ day, texts, before: null });
    const none = await world.ask('/api/report?day=2020-01-01');
    expect(none.statusCode).toBe(404);
    expect(none.json().message).toContain('"npx earshot nightly" runs one');
    expect((await world.ask('/api/report?day=2025-02-30')).statusCode).toBe(400);
  });
});

describe('a case', () => {
  const form = (url: string, payload: string) =>
    world.ask({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload });

  it('is accepted, given on with a note, and closed from its page', async () => {
    const { team } = (await world.ask('/api/cases/1')).json().case;
    const other = team === 'billing' ? 'logistics' : 'billing';
    expect((await form('/cases/1/accept', '')).headers.location).toBe('/cases/1');
    await form('/cases/1/reassign', `team=${other}&note=Not+ours%2C+%3Cb%3Eyours%3C%2Fb%3E`);
    await form('/cases/1/close', 'note=');
    const view = (await world.ask('/api/cases/1')).json();
    expect(view.case).toMatchObject({ team: other, state: 'closed' });
    expect(view.events.map(({ event }: { event: string }) => event)).toEqual([
      'opened',
      'accepted',
      'reassigned',
      'closed',
    ]);
    expect((await world.ask('/cases/1')).body).toContain('Not ours, &lt;b&gt;yours&lt;/b&gt;');
  });

  it('cannot be given to a department that there is not', async () => {
    const response = await form('/cases/2/reassign', 'team=constructor');
    expect(response.statusCode).toBe(400);
    expect(response.body).toContain('Say which department it goes to: one of logistics, billing, front desk.');
  });

  it('that somebody else has closed meanwhile says so', async () => {
    expect((await form('/cases/1/close', '')).statusCode).toBe(409);
    expect((await form('/cases/9999/close', '')).statusCode).toBe(404);
    expect((await form('/cases/1/burn', '')).statusCode).toBe(400);
  });

  it('is changed by programs too, and answers with what became of it', async () => {
    expect((await post('/api/cases/2/accept', {})).json().case.state).toBe('accepted');
  });
});
