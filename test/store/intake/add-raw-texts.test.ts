import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { finishReading } from '../../../src/store/intake/finish-reading.ts';
import { intakeResult } from '../../../src/store/intake/intake-result.ts';
import { latestIntake } from '../../../src/store/intake/latest-intake.ts';
import { replayFailures } from '../../../src/store/intake/replay-failures.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { unfinishedTexts } from '../../../src/store/intake/unfinished-texts.ts';
import { waitingTexts } from '../../../src/store/intake/waiting-texts.ts';
import { testDatabases } from '../../support/engines.ts';
import { allWaiting, rawText, understood } from '../../support/texts.ts';

const now = new Date('2026-03-01T10:00:00Z');

describe.each(testDatabases())('raw texts on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  it('come back as they were given, in the order asked for', async () => {
    const intake = await startIntake(db, 'files', now);
    const texts = [
      rawText('first', { bytes: Uint8Array.from([0, 255, 92, 34, 10]) }),
      rawText('second', {
        channel: 'survey',
        format: 'csv',
        mapping: { text: ['comment'], date: 'day' },
        source: 'a "quoted", \\ source\0',
      }),
      rawText('third', { bytes: new Uint8Array() }),
    ];
    const { added, duplicates } = await addRawTexts(db, intake, texts, now);
    expect(added.sort()).toEqual(texts.map(({ id }) => id).sort());
    expect(duplicates).toBe(0);
    const [third, second, first, ...others] = await allWaiting(db, [
      texts[2]!.id,
      'unknown',
      texts[1]!.id,
      texts[0]!.id,
    ]);
    expect(others).toEqual([]);
    expect(first).toEqual({ ...texts[0], bytes: expect.anything() });
    expect([...first!.bytes]).toEqual([0, 255, 92, 34, 10]);
    expect(second).toMatchObject({
      mapping: { text: ['comment'], date: 'day' },
      source: 'a "quoted", \\ source\ufffd',
    });
    expect(third!.bytes.length).toBe(0);
  });

  it('are duplicates when the store has them, whatever became of them', async () => {
    const first = await startIntake(db, 'one', now);
    const waiting = rawText('had waiting');
    const done = rawText('had done');
    await addRawTexts(db, first, [waiting, done], now);
    await saveResults(db, [understood(done)], now);
    const second = await startIntake(db, 'two', now);
    const fresh = rawText('had not');
    expect(await addRawTexts(db, second, [waiting, done, fresh], now)).toEqual({ added: [fresh.id], duplicates: 2 });
    expect(await intakeResult(db, first)).toMatchObject({ read: 2, new: 1, duplicate: 0, waiting: 1, failed: 0 });
    expect(await intakeResult(db, second)).toMatchObject({ read: 3, new: 0, duplicate: 2, waiting: 1, failed: 0 });
  });

  it('wait again, under the new intake, when an earlier one kept them aside', async () => {
    const first = await startIntake(db, 'one', now);
    const text = rawText('mended');
    await addRawTexts(db, first, [text], now);
    await saveResults(db, [{ rawId: text.id, reason: 'No words.' }], now);
    expect(await intakeResult(db, first)).toMatchObject({
      read: 1,
      failed: 1,
      failures: [{ id: text.id, source: 'mended.txt', reason: 'No words.' }],
    });
    const second = await startIntake(db, 'two', now);
    expect(await addRawTexts(db, second, [text], now)).toEqual({ added: [text.id], duplicates: 0 });
    expect(await intakeResult(db, first)).toMatchObject({ read: 0, new: 0, duplicate: 0, failed: 0, waiting: 0 });
    expect(await intakeResult(db, second)).toMatchObject({ read: 1, new: 0, duplicate: 0, failed: 0, waiting: 1 });
  });

  it('are counted once when the same batch is added again because the answer was lost', async () => {
    const intake = await startIntake(db, 'again', now);
    const texts = [rawText('again 1'), rawText('again 2')];
    await addRawTexts(db, intake, texts, now);
    const { added, duplicates } = await addRawTexts(db, intake, texts, now);
    expect({ added: added.length, duplicates }).toEqual({ added: 2, duplicates: 0 });
    expect(await intakeResult(db, intake)).toMatchObject({ read: 2, duplicate: 0, waiting: 2 });
  });

  it('are duplicates when one intake brings the same text from two files', async () => {
    const intake = await startIntake(db, 'copies', now);
    const copy = { ...rawText('copied'), source: 'copy of copied.txt' };
    await addRawTexts(db, intake, [rawText('copied')], now);
    expect(await addRawTexts(db, intake, [copy], now)).toEqual({ added: [], duplicates: 1 });
    expect(await intakeResult(db, intake)).toMatchObject({ read: 2, duplicate: 1, waiting: 1 });
    const both = [rawText('both'), { ...rawText('both'), source: 'copy of both.txt' }];
    expect(await addRawTexts(db, intake, both, now)).toMatchObject({ added: [both[0]!.id], duplicates: 1 });
    expect(await intakeResult(db, intake)).toMatchObject({ read: 4, duplicate: 2, waiting: 2 });
  });

  it('are stored once when two intakes bring them at the same time', async () => {
    const texts = Array.from({ length: 50 }, (_, at) => rawText(`race ${at}`));
    const one = await startIntake(db, 'one', now);
    const two = await startIntake(db, 'two', now);
    const [first, second] = await Promise.all([
      addRawTexts(db, one, texts, now),
      addRawTexts(db, two, [...texts].reverse(), now),
    ]);
    expect([...first.added, ...second.added].sort()).toEqual(texts.map(({ id }) => id).sort());
    expect(first.duplicates + second.duplicates).toBe(50);
  });

  it('cross in batches when they are large', async () => {
    const intake = await startIntake(db, 'large', now);
    const texts = Array.from({ length: 5 }, (_, at) => rawText(`large ${at}`, { bytes: Buffer.alloc(6_000_000, at) }));
    expect((await addRawTexts(db, intake, texts, now)).added.length).toBe(5);
    const batches = [];
    for await (const batch of waitingTexts(
      db,
      texts.map(({ id }) => id),
    ))
      batches.push(batch);
    expect(batches.map((batch) => batch.length)).toEqual([3, 2]);
    expect(batches.flat().map(({ id }) => id)).toEqual(texts.map(({ id }) => id));
    expect(Buffer.alloc(6_000_000, 4).equals(batches[1]![1]!.bytes)).toBe(true);
  });

  it('are found by the sweep when they have waited long: what may be urgent first, then the longest', async () => {
    const intake = await startIntake(db, 'forgotten', now);
    const longAgo = [rawText('forgotten 1'), rawText('forgotten 2')];
    const urgent = rawText('forgotten and urgent');
    await addRawTexts(db, intake, [{ ...urgent, urgent: true }], new Date('2020-01-03T00:00:00Z'));
    await addRawTexts(db, intake, [longAgo[1]!], new Date('2020-01-02T00:00:00Z'));
    await addRawTexts(db, intake, [longAgo[0]!], new Date('2020-01-01T00:00:00Z'));
    const olderThan = new Date('2021-01-01T00:00:00Z');
    const found = [{ id: urgent.id, urgent: true }, ...longAgo.map(({ id }) => ({ id, urgent: false }))];
    expect(await unfinishedTexts(db, { olderThan, limit: 10 })).toEqual(found);
    expect(await unfinishedTexts(db, { olderThan, limit: 2 })).toEqual(found.slice(0, 2));
  });

  it('leave the intake without a text that a replay takes up', async () => {
    const intake = await startIntake(db, 'replayed', now);
    const texts = [rawText('replayed 1'), rawText('replayed 2')];
    await addRawTexts(db, intake, texts, now);
    await saveResults(
      db,
      texts.map(({ id }) => ({ rawId: id, reason: 'Too long.' })),
      now,
    );
    expect(await replayFailures(db, [texts[0]!.id, 'unknown'], now)).toEqual([texts[0]!.id]);
    expect(await intakeResult(db, intake)).toMatchObject({ read: 2, failed: 1, waiting: 1 });
    const [again] = await allWaiting(db, [texts[0]!.id]);
    expect(Buffer.from(again!.bytes).toString()).toBe('replayed 1');
    expect(await replayFailures(db, 'all', now)).toEqual([texts[1]!.id]);
    expect(await replayFailures(db, 'all', now)).toEqual([]);
  });

  it('tell of their intake whether it is read to the end, and how its survey was understood', async () => {
    const intake = await startIntake(db, 'answers.csv', now);
    await addRawTexts(db, intake, [rawText('answer', { mapping: { text: ['comment'] } })], now);
    expect(await latestIntake(db)).toEqual({ id: intake, source: 'answers.csv', finishedReading: false });
    await finishReading(db, intake);
    expect(await intakeResult(db, intake)).toMatchObject({
      source: 'answers.csv',
      finishedReading: true,
      mapping: { text: ['comment'] },
    });
    await expect(intakeResult(db, 999_999)).rejects.toThrow('There is no intake 999999');
  });
});
