import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { findNight } from '../../../src/store/read/find-night.ts';
import { listRuns } from '../../../src/store/read/list-runs.ts';
import { finishRun } from '../../../src/store/runs/finish-run.ts';
import { latestDay } from '../../../src/store/runs/latest-day.ts';
import { latestRun } from '../../../src/store/runs/latest-run.ts';
import { saveRelations } from '../../../src/store/runs/save-relations.ts';
import { startRun } from '../../../src/store/runs/start-run.ts';
import {
  type CategorisedDocument,
  streamDocumentCategories,
} from '../../../src/store/runs/stream-document-categories.ts';
import type { DocumentCategory, Facet, Relation } from '../../../src/types.ts';
import { testDatabases } from '../../support/engines.ts';
import { rawText, understood } from '../../support/texts.ts';

const now = new Date('2026-03-01T10:00:00Z');
const later = new Date('2026-03-01T10:05:00Z');

const category = (name: string, facet: Facet = 'topic'): DocumentCategory => ({
  category: name,
  facet,
  mentions: 1,
  sentiment: { score: 0, grade: 0 },
});

const relation = (antecedent: string, consequent: string): Relation => ({
  antecedent,
  consequent,
  documents: 71,
  antecedentCount: 36,
  consequentCount: 24,
  observed: 10,
  expected: 12.16901408,
  lift: 0.8217592592592593,
  lower: 0.34,
  upper: 1.62,
  p: 0.9,
  q: 0.95,
  sentiment: -0.25,
});

describe.each(testDatabases())('runs on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  const addTexts = async (prefix: string, count: number): Promise<void> => {
    const intake = await startIntake(db, prefix, now);
    const texts = Array.from({ length: count }, (_, at) => rawText(`${prefix} ${at}`));
    await addRawTexts(db, intake, texts, now);
    const results = texts.map((text, at) => {
      const categories = [category('bill'), category('router', 'product')].slice(0, at % 3);
      return understood(text, { analysis: { categories, mentions: [], understood: at % 3 > 0 } });
    });
    await saveResults(db, results, now);
  };
  const stream = async (throughId: number, facets: Facet[]): Promise<CategorisedDocument[][]> => {
    const batches: CategorisedDocument[][] = [];
    await streamDocumentCategories(db, { throughId, facets }, (batch) => batches.push(batch));
    return batches;
  };

  it('find nothing in an empty store', async () => {
    expect(await latestRun(db)).toBeNull();
    const run = await startRun(db, now, {});
    expect(run.throughId).toBe(0);
    expect(await stream(run.throughId, ['topic'])).toEqual([]);
  });

  it('read each document once, with its categories of the facets asked for, up to the run’s highest id', async () => {
    await addTexts('first', 4500);
    const run = await startRun(db, now, { telecoms: 'v1' });
    await addTexts('later', 3);
    const batches = await stream(run.throughId, ['topic', 'product']);
    expect(batches.map((batch) => batch.length)).toEqual([2000, 2000, 500]);
    const documents = batches.flat();
    expect(new Set(documents.map(({ id }) => id)).size).toBe(4500);
    expect(Math.max(...documents.map(({ id }) => id))).toBe(run.throughId);
    const alike = {
      ...{ id: expect.any(Number), day: '2026-01-02', channel: 'email', customerId: 'c-1', sentiment: -0.25 },
      attributes: { region: 'north' },
    };
    expect(documents.slice(0, 3)).toEqual([
      { ...alike, understood: false, categories: [] },
      { ...alike, understood: true, categories: ['bill'] },
      { ...alike, understood: true, categories: ['bill', 'router'] },
    ]);
    const products = (await stream(run.throughId, ['product'])).flat();
    expect(products.length).toBe(4500);
    expect(products.filter(({ categories }) => categories.length > 0).length).toBe(1500);
  });

  it('show once they have ended', async () => {
    const run = await startRun(db, now, { telecoms: 'v2' });
    await saveRelations(db, run.id, [relation('bill', 'router'), relation('bill', 'signal.leave')]);
    expect((await latestRun(db))?.id).not.toBe(run.id);
    await finishRun(db, run.id, { documents: 71, now: later, manifest: { data: 'abc' } });
    expect(await latestRun(db)).toEqual({
      id: run.id,
      startedAt: now,
      endedAt: later,
      day: null,
      fromDay: null,
      throughId: run.throughId,
      documents: 71,
      storeDocuments: 3002,
      falseDiscoveries: 0.05,
      versions: { telecoms: 'v2' },
      manifest: { data: 'abc' },
    });
    const rows = await db.query('select * from relations where run_id = $1 order by consequent', [run.id]);
    expect(rows[0]).toEqual({
      run_id: run.id,
      antecedent: 'bill',
      consequent: 'router',
      antecedent_count: 36,
      consequent_count: 24,
      observed: 10,
      expected: 12.16901408,
      lift: 0.8217592592592593,
      lower_bound: 0.34,
      upper_bound: 1.62,
      p: 0.9,
      q: 0.95,
      sentiment: -0.25,
    });
    expect(rows.length).toBe(2);
  });

  it('read only the days that they are asked for', async () => {
    const { throughId } = await startRun(db, now, {});
    const within = async (fromDay: string | null, toDay: string | null): Promise<number> => {
      let count = 0;
      await streamDocumentCategories(db, { throughId, fromDay, toDay, facets: ['topic'] }, (batch) => {
        count += batch.length;
      });
      return count;
    };
    expect(await within('2026-01-02', '2026-01-02')).toBe(4503);
    expect(await within('2026-01-03', null)).toBe(0);
    expect(await within(null, '2026-01-01')).toBe(0);
  });

  it('replace what earlier ones found for the same day, and nothing of other days', async () => {
    const window = (day: string) => ({ day, fromDay: '2025-12-01' });
    const night = async (day: string): Promise<number> => {
      const { id } = await startRun(db, now, {}, window(day));
      await saveRelations(db, id, [relation('bill', 'router')]);
      await finishRun(db, id, { documents: 71, now: later });
      return id;
    };
    const monday = await night('2026-01-05');
    const tuesday = await night('2026-01-06');
    const mondayAgain = await night('2026-01-05');
    const rows = await db.query('select id, day, from_day from runs where day is not null order by id');
    expect(rows).toEqual([
      { id: tuesday, day: '2026-01-06', from_day: '2025-12-01' },
      { id: mondayAgain, day: '2026-01-05', from_day: '2025-12-01' },
    ]);
    expect(await db.query('select from relations where run_id = $1', [monday])).toEqual([]);
    const [shown] = await listRuns(db, { limit: 1, onlyEnded: true });
    expect(shown, 'the pages speak of the whole store').toMatchObject({ fromDay: null, relations: 2 });
    expect(await findNight(db, null)).toMatchObject({ id: tuesday });
  });

  it('begin with the day of the latest text, unless it claims to come from the future', async () => {
    expect(await latestDay(db, now)).toBe('2026-01-02');
    const raw = rawText('from the future');
    const intake = await startIntake(db, 'future', now);
    await addRawTexts(db, intake, [raw], now);
    await saveResults(db, [understood(raw, { document: { receivedAt: new Date('2099-01-01T00:00:00Z') } })], now);
    expect(await latestDay(db, now)).toBe('2026-01-02');
  });

  it('over the whole store keep the relations of the latest twenty', async () => {
    const ids: number[] = [];
    for (let at = 0; at < 22; at++) {
      const { id } = await startRun(db, now, {});
      await saveRelations(db, id, [relation('bill', 'router')]);
      await finishRun(db, id, { documents: 1, now: later });
      ids.push(id);
    }
    const kept = await db.query(
      'select run_id from relations join runs on id = run_id where from_day is null order by run_id',
    );
    expect(kept.map((row) => row.run_id)).toEqual(ids.slice(2));
  });

  it('wait for documents that are being written, so that no lower id appears later', async () => {
    const raw = rawText('in flight');
    const intake = await startIntake(db, 'in flight', now);
    await addRawTexts(db, intake, [raw], now);
    let commit = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    // Other engines than the embedded one give out the id long before it can be seen.
    const writing = db.transaction(async (tx) => {
      const [row] = await tx.query<{ id: number }>(
        `insert into documents (raw_id, fingerprint, channel, source, received_at, language, text, utterances, attributes,
                                sentences, sentiment, grade, understood, versions)
         values ($1, 'in flight', 'email', 'x', now(), 'en', 'x', '[]', '{}', '[]', 0, 0, true, '{}') returning id`,
        [raw.id],
      );
      await held;
      return row!.id;
    });
    const starting = startRun(db, now, {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    commit();
    expect((await starting).throughId).toBe(await writing);
  });
});
