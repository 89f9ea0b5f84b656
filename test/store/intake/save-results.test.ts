import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { intakeResult } from '../../../src/store/intake/intake-result.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import type { RawText } from '../../../src/types.ts';
import { testDatabases } from '../../support/engines.ts';
import { allWaiting, rawText, route, understood } from '../../support/texts.ts';

const now = new Date('2026-03-01T10:00:00Z');

describe.each(testDatabases())('results on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  let intake: number;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  const add = async (...texts: RawText[]): Promise<void> => {
    intake = await startIntake(db, 'files', now);
    await addRawTexts(db, intake, texts, now);
  };
  const tables = async (): Promise<unknown> =>
    (
      await db.query(`
        select (select count(*) from documents) as documents, (select count(*) from mentions) as mentions,
               (select count(*) from document_categories) as categories, (select count(*) from cases) as cases,
               (select count(*) from case_events) as events`)
    )[0];

  it('become a document with its evidence, its categories and a case', async () => {
    const raw = rawText('My bill is wrong.', { source: 'march.mbox#17' });
    await add(raw);
    const result = understood(raw, {
      document: {
        externalId: '<1@example.org>',
        threadId: 't-1',
        subject: 'Bill',
        receivedAt: new Date('2026-01-02T23:30:00-05:00'),
        utterances: [{ speaker: 'Ann', role: 'customer', start: 0, end: 17, at: 1.5 }],
      },
      route: route(),
    });
    expect(await saveResults(db, [result], now)).toEqual({ new: 1, duplicate: 0, failed: 0, opened: 1 });
    const [document] = await db.query('select * from documents where raw_id = $1', [raw.id]);
    expect(document).toMatchObject({
      fingerprint: result.document.fingerprint,
      channel: 'email',
      source: 'march.mbox#17',
      external_id: '<1@example.org>',
      thread_id: 't-1',
      customer_id: 'c-1',
      received_at: new Date('2026-01-03T04:30:00Z'),
      day: '2026-01-03',
      language: 'en',
      subject: 'Bill',
      text: 'My bill is wrong.',
      utterances: [{ speaker: 'Ann', role: 'customer', start: 0, end: 17, at: 1.5 }],
      attributes: { region: 'north' },
      sentences: result.analysis.sentences,
      sentiment: -0.25,
      grade: -1,
      understood: true,
      versions: { telecoms: 'v1' },
    });
    const id = document!.id as number;
    expect(await db.query('select * from mentions where document_id = $1', [id])).toEqual([
      {
        document_id: id,
        position: 0,
        sentence: 0,
        start_offset: 0,
        end_offset: 17,
        category: 'bill.wrong',
        polarity: 'affirmed',
        sentiment: -0.5,
        score: 1,
        found_by: 'cue:wrong bill',
      },
    ]);
    expect(await db.query('select * from document_categories where document_id = $1', [id])).toEqual([
      {
        document_id: id,
        category: 'bill.wrong',
        facet: 'topic',
        day: '2026-01-03',
        mentions: 1,
        sentiment: -0.5,
        grade: -1,
      },
    ]);
    const [opened] = await db.query('select * from cases where document_id = $1', [id]);
    expect(opened).toMatchObject({
      team: 'billing',
      priority: 'high',
      due_at: new Date('2026-01-03T03:04:05Z'),
      state: 'open',
      routed_by: 'wrong amounts',
      because: 'Wrong amounts on a bill go to Billing',
      score: 1,
      sentences: [0],
      opened_at: now,
    });
    expect(
      await db.query('select at, actor, event, detail from case_events where case_id = $1', [opened!.id as number]),
    ).toEqual([
      {
        at: now,
        actor: 'earshot',
        event: 'opened',
        detail: { team: 'billing', priority: 'high', by: 'wrong amounts' },
      },
    ]);
    expect(await db.query('select state, bytes, reason from raw_texts where id = $1', [raw.id])).toEqual([
      { state: 'done', bytes: null, reason: null },
    ]);
    expect(await intakeResult(db, intake)).toMatchObject({ read: 1, new: 1, waiting: 0 });
  });

  it('change nothing when they are saved again', async () => {
    const texts = [rawText('again 1'), rawText('again 2'), rawText('again 3')];
    await add(...texts);
    const results = [
      understood(texts[0]!, { route: route() }),
      understood(texts[1]!),
      { rawId: texts[2]!.id, reason: 'No words.' },
    ];
    expect(await saveResults(db, results, now)).toEqual({ new: 2, duplicate: 0, failed: 1, opened: 1 });
    const before = await tables();
    expect(await saveResults(db, results, now)).toEqual({ new: 0, duplicate: 0, failed: 0, opened: 0 });
    expect(await tables()).toEqual(before);
    expect(
      await allWaiting(
        db,
        texts.map(({ id }) => id),
      ),
    ).toEqual([]);
  });

  it('are saved once by many who save at the same time', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => rawText(`race ${at}`));
    await add(...texts);
    const results = texts.map((text) => understood(text, { route: route() }));
    const counts = await Promise.all(
      Array.from({ length: 6 }, (_, at) => saveResults(db, at % 2 ? results : [...results].reverse(), now)),
    );
    expect(counts.reduce((sum, count) => sum + count.new, 0)).toBe(40);
    expect(counts.reduce((sum, count) => sum + count.opened, 0)).toBe(40);
    expect(await intakeResult(db, intake)).toMatchObject({ read: 40, new: 40, duplicate: 0, waiting: 0 });
  });

  it('count a text in another wrapping as duplicate, within a batch and across', async () => {
    const texts = [rawText('mail as file'), rawText('mail in mbox'), rawText('mail once more')];
    await add(...texts);
    const document = { fingerprint: 'the same mail' };
    const results = texts.map((text) => understood(text, { document, route: route() }));
    expect(await saveResults(db, results.slice(0, 2), now)).toEqual({ new: 1, duplicate: 1, failed: 0, opened: 1 });
    expect(await saveResults(db, results.slice(2), now)).toEqual({ new: 0, duplicate: 1, failed: 0, opened: 0 });
    expect(await intakeResult(db, intake)).toMatchObject({ read: 3, new: 1, duplicate: 2, failed: 0, waiting: 0 });
  });

  it('keep the bytes of what is kept aside', async () => {
    const raw = rawText('unreadable');
    await add(raw);
    await saveResults(db, [{ rawId: raw.id, reason: 'It holds no words,\0 only bytes.' }], now);
    const [row] = await db.query('select state, reason, bytes from raw_texts where id = $1', [raw.id]);
    expect(row).toMatchObject({ state: 'failed', reason: 'It holds no words,\ufffd only bytes.' });
    expect(Buffer.from(row?.bytes as Uint8Array).toString()).toBe('unreadable');
  });

  it('store what Postgres cannot hold as U+FFFD, with offsets that still hold', async () => {
    const raw = rawText('nul');
    await add(raw);
    const result = understood(raw, {
      document: { text: 'a\0b\ud83d wrong 😀', subject: '\0', attributes: { 'k\0': '\udc00' } },
    });
    expect(await saveResults(db, [result], now)).toMatchObject({ new: 1 });
    const [row] = await db.query('select text, subject, attributes from documents where raw_id = $1', [raw.id]);
    expect(row).toEqual({ text: 'a\ufffdb\ufffd wrong 😀', subject: '\ufffd', attributes: { 'k\ufffd': '\ufffd' } });
  });

  it.each([
    ['a date that Postgres does not know', { receivedAt: new Date(-8.64e15) }],
    ['no date at all', { receivedAt: new Date(Number.NaN) }],
    // As random as an index cannot compress.
    [
      'a customer too long for an index',
      {
        customerId: Array.from({ length: 9000 }, (_, at) =>
          String.fromCharCode(33 + ((at * at * 31 + at * 7) % 1009)),
        ).join(''),
      },
    ],
  ])('keep aside the one text with %s, and save the others', async (name, document) => {
    const texts = Array.from({ length: 5 }, (_, at) => rawText(`${name} ${at}`));
    await add(...texts);
    const results = texts.map((text, at) => understood(text, at === 3 ? { document } : {}));
    expect(await saveResults(db, results, now)).toEqual({ new: 4, duplicate: 0, failed: 1, opened: 0 });
    expect(await intakeResult(db, intake)).toMatchObject({
      new: 4,
      failed: 1,
      failures: [{ source: `${name} 3.txt`, reason: expect.stringContaining('It cannot be stored: ') }],
    });
  });

  it('may be none', async () => {
    expect(await saveResults(db, [], now)).toEqual({ new: 0, duplicate: 0, failed: 0, opened: 0 });
  });

  it('are saved without evidence where no model reads the language', async () => {
    const raw = rawText('Ni hao');
    await add(raw);
    const analysis = { mentions: [], categories: [], understood: false };
    expect(await saveResults(db, [understood(raw, { analysis })], now)).toMatchObject({ new: 1 });
  });
});
