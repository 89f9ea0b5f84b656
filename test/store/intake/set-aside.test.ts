import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { intakeResult } from '../../../src/store/intake/intake-result.ts';
import { replayFailures } from '../../../src/store/intake/replay-failures.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { setAside, type Unreadable } from '../../../src/store/intake/set-aside.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { listFailures } from '../../../src/store/read/failures.ts';
import { testDatabases } from '../../support/engines.ts';
import { allWaiting, rawText, understood } from '../../support/texts.ts';

const now = new Date('2026-03-01T10:00:00Z');

async function* stream(...parts: (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield part;
  }
}

function unreadable(name: string, ...parts: (Uint8Array | Error)[]): Unreadable {
  const { bytes: _bytes, mapping: _mapping, ...raw } = rawText(name);
  return { ...raw, reason: `${name} is no text.`, parts: stream(...parts) };
}

describe.each(testDatabases())('what is kept aside on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  const bytesOf = async (id: string): Promise<Buffer> => {
    await replayFailures(db, [id], now);
    const [text] = await allWaiting(db, [id]);
    return Buffer.from(text!.bytes);
  };
  const partsOf = async (id: string): Promise<unknown> =>
    (await db.query('select count(*) as parts from raw_parts where raw_id = $1', [id]))[0]?.parts;

  it('is listed with its reason, and can be replayed with its bytes', async () => {
    const intake = await startIntake(db, 'files', now);
    const text = unreadable('small', Buffer.from('sm'), Buffer.from('all'));
    await setAside(db, intake, text, now);
    expect(await intakeResult(db, intake)).toMatchObject({ read: 1, new: 0, duplicate: 0, failed: 1, waiting: 0 });
    expect(await listFailures(db, { after: null, limit: 50 })).toContainEqual({
      id: text.id,
      source: 'small.txt',
      channel: 'email',
      format: 'plain',
      reason: 'small is no text.',
      failedAt: now,
      size: 5,
    });
    expect((await bytesOf(text.id)).toString()).toBe('small');
    expect(await partsOf(text.id)).toBe(0);
    expect(await intakeResult(db, intake)).toMatchObject({ read: 1, failed: 0, waiting: 1 });
  });

  it('may be empty', async () => {
    const intake = await startIntake(db, 'files', now);
    const text = unreadable('empty');
    await setAside(db, intake, text, now);
    expect((await bytesOf(text.id)).length).toBe(0);
  });

  it('is stored in parts of 1 MB when it is large, which go when it is read after all', async () => {
    const intake = await startIntake(db, 'files', now);
    const pieces = Array.from({ length: 70 }, (_, at) => Buffer.alloc(50_000, at));
    const text = unreadable('large', ...pieces);
    await setAside(db, intake, text, now);
    expect(await partsOf(text.id)).toBe(4);
    expect((await bytesOf(text.id)).equals(Buffer.concat(pieces))).toBe(true);
    await saveResults(db, [understood(rawText('large'))], now);
    expect(await partsOf(text.id)).toBe(0);
    expect(await intakeResult(db, intake)).toMatchObject({ read: 1, new: 1, failed: 0 });
  });

  it('says so when keeping it was interrupted, and is whole when the file is read again', async () => {
    const first = await startIntake(db, 'one', now);
    const piece = Buffer.alloc(2 ** 20, 7);
    const cut = unreadable('cut off', piece, piece, piece, new Error('The disk is gone.'));
    await expect(setAside(db, first, cut, now)).rejects.toThrow('The disk is gone.');
    expect(await intakeResult(db, first)).toMatchObject({
      failed: 1,
      failures: [{ reason: expect.stringContaining('Read the file once more') }],
    });
    const second = await startIntake(db, 'two', now);
    await setAside(db, second, unreadable('cut off', piece, piece), now);
    expect(await intakeResult(db, first)).toMatchObject({ read: 0, failed: 0 });
    expect(await intakeResult(db, second)).toMatchObject({ read: 1, failed: 1, failures: [{ reason: cut.reason }] });
    expect((await bytesOf(cut.id)).length).toBe(2 ** 21);
  });

  it('is a duplicate when the store has read the text, or this intake has kept it aside already', async () => {
    const intake = await startIntake(db, 'files', now);
    await addRawTexts(db, intake, [rawText('readable')], now);
    await setAside(db, intake, unreadable('readable', Buffer.from('x')), now);
    await setAside(db, intake, unreadable('twice', Buffer.from('x')), now);
    await setAside(db, intake, unreadable('twice', Buffer.from('x')), now);
    expect(await intakeResult(db, intake)).toMatchObject({ read: 4, waiting: 1, failed: 1, duplicate: 2 });
  });

  it('loses its parts when a mended text of the same id is added', async () => {
    const first = await startIntake(db, 'one', now);
    const piece = Buffer.alloc(2 ** 20, 7);
    const text = unreadable('mended', piece, piece);
    await setAside(db, first, text, now);
    const second = await startIntake(db, 'two', now);
    await addRawTexts(db, second, [rawText('mended')], now);
    expect(await partsOf(text.id)).toBe(0);
    const [waiting] = await allWaiting(db, [text.id]);
    expect(Buffer.from(waiting!.bytes).toString()).toBe('mended');
  });
});
