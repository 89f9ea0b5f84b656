import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { addRawTexts } from '../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../src/store/intake/save-results.ts';
import { startIntake } from '../../src/store/intake/start-intake.ts';
import { finishRun } from '../../src/store/runs/finish-run.ts';
import { startRun } from '../../src/store/runs/start-run.ts';
import { storeStatus } from '../../src/store/status.ts';
import { testDatabases } from '../support/engines.ts';
import { rawText, route, understood } from '../support/texts.ts';

const versions = { telecoms: 'v1' };
const now = new Date('2026-03-01T10:00:00Z');

describe.each(testDatabases())('the status of a store on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  it('is empty at first', async () => {
    expect(await storeStatus(db, versions)).toEqual({
      documents: 0,
      understood: 0,
      waiting: 0,
      stale: 0,
      failures: 0,
      texts: [],
      cases: [],
      lastRun: null,
    });
  });

  it('counts texts by state and channel, cases by team and state, failures, and names the last run', async () => {
    const intake = await startIntake(db, 'files', now);
    const texts = Array.from({ length: 8 }, (_, at) => rawText(`text ${at}`, { channel: at < 6 ? 'email' : 'call' }));
    await addRawTexts(db, intake, texts, now);
    await saveResults(
      db,
      [
        understood(texts[0]!, { route: route() }),
        understood(texts[1]!, { route: route({ team: 'network' }) }),
        understood(texts[2]!, { route: route(), analysis: { understood: false, categories: [], mentions: [] } }),
        understood(texts[3]!, { document: { fingerprint: 'same' } }),
        understood(texts[4]!, { document: { fingerprint: 'same' } }),
        { rawId: texts[6]!.id, reason: 'No words.' },
      ],
      now,
    );
    await db.query("update cases set state = 'closed' where team = 'network'");
    const run = await startRun(db, now, {});
    await finishRun(db, run.id, { documents: 4, now });
    expect(await storeStatus(db, versions)).toEqual({
      documents: 4,
      understood: 3,
      stale: 0,
      waiting: 2,
      failures: 1,
      texts: [
        { state: 'done', channel: 'email', count: 4 },
        { state: 'duplicate', channel: 'email', count: 1 },
        { state: 'failed', channel: 'call', count: 1 },
        { state: 'waiting', channel: 'call', count: 1 },
        { state: 'waiting', channel: 'email', count: 1 },
      ],
      cases: [
        { team: 'billing', state: 'open', count: 2 },
        { team: 'network', state: 'closed', count: 1 },
      ],
      lastRun: expect.objectContaining({ id: run.id, documents: 4 }),
    });
  });
});
