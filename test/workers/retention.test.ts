import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addRawTexts } from '../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../src/store/intake/save-results.ts';
import { startIntake } from '../../src/store/intake/start-intake.ts';
import { dropExpired } from '../../src/workers/retention.ts';
import { type TestDatabase, testDatabases } from '../support/engines.ts';
import { rawText, route, understood } from '../support/texts.ts';

const now = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const log = pino({ level: 'silent' });

describe.each(testDatabases())('retention on $name', ({ open }) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await open();
    const { database } = store;
    const intake = await startIntake(database, 'test', now);
    const texts = Array.from({ length: 1200 }, (_, at) => rawText(`text ${at}`));
    await addRawTexts(database, intake, texts, daysAgo(400));
    // The first thousand are old; of the first three, one has an open case and one a closed one.
    const results = texts.map((raw, at) =>
      understood(raw, {
        document: { receivedAt: at < 1000 ? daysAgo(100 + (at % 50)) : daysAgo(at % 20) },
        route: at < 2 ? route() : null,
      }),
    );
    await saveResults(database, results, now);
    await database.query("update cases set state = 'closed' where id = (select max(id) from cases)");
  }, 60_000);
  afterAll(() => store.drop());

  const context = (retentionDays: number | null) => ({
    ...{ database: store.database, log, now: () => now },
    pipelines: { intake: { retentionDays } },
  });
  const count = async (sql: string): Promise<number> => {
    const [row] = await store.database.query<{ n: number }>(`select count(*)::int as n from ${sql}`);
    return row!.n;
  };
  const tallied = async (category: string): Promise<number> => {
    const [row] = await store.database.query<{ n: number }>(
      'select coalesce(sum(documents), 0)::int as n from tallies where category = $1',
      [category],
    );
    return row!.n;
  };

  it('keeps everything where the pipeline says nothing', async () => {
    expect(await dropExpired(context(null))).toBe(0);
    expect(await count('documents')).toBe(1200);
  });

  it('drops what is older, but for texts whose case is not closed, and tallies what is left', async () => {
    expect(await dropExpired(context(90))).toBe(999);
    expect(await count('documents')).toBe(201);
    expect(await count("documents where received_at < '2026-03-01'")).toBe(1);
    expect(await count("cases where state = 'open'")).toBe(1);
    expect(await count("cases where state = 'closed'")).toBe(0);
    expect([await tallied(''), await tallied('bill.wrong')]).toEqual([201, 201]);
    expect(await count('document_categories')).toBe(201);
    expect(await count('mentions')).toBe(201);
    expect(await count('raw_texts')).toBe(201);
    expect(await dropExpired(context(90))).toBe(0);
  });

  it('drops what was kept aside once it is as old', async () => {
    const { database } = store;
    const late = rawText('never read');
    await addRawTexts(database, await startIntake(database, 'late', now), [late], daysAgo(95));
    await database.query("update raw_texts set state = 'failed', reason = 'test' where id = $1", [late.id]);
    expect(await dropExpired(context(96))).toBe(0);
    expect(await dropExpired(context(90))).toBe(1);
  });
});
