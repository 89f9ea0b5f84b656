import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { createAnalyser } from '../../src/classify/analyse.ts';
import { pipelines } from '../../src/cli/pipelines.ts';
import { packageRoot } from '../../src/config.ts';
import { loadModels, type Models } from '../../src/models.ts';
import { countStale } from '../../src/store/analyses/count-stale.ts';
import type { Database } from '../../src/store/database.ts';
import { openPglite } from '../../src/store/pglite.ts';
import { correctText } from '../../src/workers/correct.ts';
import { type LanguagePool, openLanguagePool } from '../../src/workers/language/pool.ts';
import { mineRelations, refreshRelations } from '../../src/workers/nightly.ts';
import { reanalyse } from '../../src/workers/reanalyse.ts';
import { createCorpus } from '../api/support/corpus.ts';
import { addTexts, now } from '../api/support/seed.ts';
import { copyEmptyStore, testDatabases } from '../support/engines.ts';

const log = pino({ level: 'silent' });
const texts = 120;

/** What everything in a store amounts to, to be compared. */
async function contents(db: Database, but: number[] = []): Promise<unknown> {
  return {
    documents: await db.query(
      'select id, sentences, sentiment, grade, understood, versions from documents where id <> all($1) order by id',
      [but],
    ),
    mentions: await db.query('select * from mentions where document_id <> all($1) order by document_id, position', [
      but,
    ]),
    categories: await db.query(
      'select * from document_categories where document_id <> all($1) order by document_id, category',
      [but],
    ),
  };
}

/** The tallies against the rows that they count; both sides are the same where nothing is counted twice. */
async function tallied(db: Database): Promise<[tallies: unknown, rows: unknown]> {
  const tallies = await db.query(
    `select category, sum(documents)::int as documents, sum(negative)::int as negative from tallies
     group by category having sum(documents) <> 0 order by category`,
  );
  const rows = await db.query(
    `select category, count(*)::int as documents, (count(*) filter (where grade < 0))::int as negative
     from (select category, grade from document_categories
           union all select '', case when understood then grade else 0 end from documents) c
     group by category order by category`,
  );
  return [tallies, rows];
}

describe.each(testDatabases())('a new analysis on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  let models: Models;
  let pool: LanguagePool;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
    await addTexts(db, createCorpus(texts));
    models = await loadModels(packageRoot, 'telecoms');
    pool = await openLanguagePool({ models, intake }, log, 1);
  });
  afterAll(async () => {
    await pool.close();
    await drop();
  });

  const context = () => ({
    database: db,
    models,
    log,
    now: () => now,
    pipelines,
  });

  it('is due for all texts that another version analysed, and no night is run until it is done', async () => {
    expect(await countStale(db, models.versions)).toBe(texts);
    await expect(mineRelations(context())).rejects.toThrow(
      `${texts} texts are still analysed by an older version of the vocabulary or a model`,
    );
    expect(await db.query('select * from runs')).toEqual([]);
    expect(await refreshRelations(context(), texts)).toBe(false);
  });

  it('gives what the present models say, lets corrections hold and leaves cases alone', async () => {
    const cases = await db.query('select * from cases order by id');
    expect(cases.length).toBeGreaterThan(10);
    const [first] = await db.query<{ id: number }>('select id from documents where understood order by id limit 1');
    const documentId = first!.id;
    const correction = { documentId, actor: { userId: null, name: 'Ann' }, sentence: null };
    await correctText(context(), { ...correction, category: 'billing.overcharged', verdict: 'yes' });
    await correctText(context(), { ...correction, category: 'signal', verdict: 'no' });
    expect(await reanalyse(context(), pool, 60)).toEqual({ analysed: texts, lost: 0, left: 0 });
    const stored = await db.query('select id, language, text, utterances from documents order by id');
    const analyse = createAnalyser(models, intake);
    const expected = analyse(stored as never);
    for (const [at, { id }] of stored.entries()) {
      const [row] = await db.query('select sentences, understood, versions from documents where id = $1', [
        id as number,
      ]);
      const { sentences, understood, versions } = expected[at]!;
      expect(row).toEqual({ sentences, understood, versions });
      if (id === documentId) continue;
      const rows = await db.query('select category from document_categories where document_id = $1', [id as number]);
      expect(rows.map(({ category }) => category).sort()).toEqual(
        expected[at]!.categories.map(({ category }) => category).sort(),
      );
    }
    const corrected = await db.query('select category from document_categories where document_id = $1', [documentId]);
    expect(corrected.map(({ category }) => category)).toContain('billing.overcharged');
    expect(corrected.filter(({ category }) => String(category).startsWith('signal'))).toEqual([]);
    const after = await db.query('select * from cases order by id');
    const withoutSentences = (rows: typeof cases) => rows.map(({ sentences: _, ...row }) => row);
    expect(withoutSentences(after)).toEqual(withoutSentences(cases));
    const [tallies, rows] = await tallied(db);
    expect(tallies).toEqual(rows);
  });

  it('changes nothing when it is run again, and then nights are run', async () => {
    const before = await contents(db);
    expect(await reanalyse(context(), pool, 60)).toEqual({ analysed: 0, lost: 0, left: 0 });
    expect(await contents(db)).toEqual(before);
    const night = await mineRelations(context());
    expect(night.documents).toBeGreaterThan(0);
    expect(await refreshRelations(context(), texts)).toBe(true);
    expect(await refreshRelations(context(), 0)).toBe(false);
  });

  it('makes relations be mined again, and so does a correction after some hours', async () => {
    models = { ...models, versions: { ...models.versions, 'model queries': 'a'.repeat(64) } };
    const other = await openLanguagePool({ models, intake }, log, 1);
    expect(await refreshRelations(context(), texts)).toBe(false);
    expect(await reanalyse(context(), other, 60)).toMatchObject({ analysed: texts, left: 0 });
    await other.close();
    expect(await refreshRelations(context(), 0)).toBe(true);
    expect(await refreshRelations(context(), 0)).toBe(false);
    const [text] = await db.query<{ id: number }>('select id from documents where understood order by id desc limit 1');
    const later = (hours: number) => ({ ...context(), now: () => new Date(now.getTime() + hours * 3_600_000) });
    await correctText(later(1), {
      ...{ documentId: text!.id, category: 'billing', verdict: 'yes', sentence: null },
      actor: { userId: null, name: 'Ann' },
    });
    expect(await refreshRelations(later(2), 0)).toBe(false);
    expect(await refreshRelations(later(7), 0)).toBe(true);
  });

  it('is done once by two who do it at the same time', async () => {
    models = { ...models, versions: { ...models.versions, 'model queries': 'b'.repeat(64) } };
    const other = await openLanguagePool({ models, intake }, log, 1);
    const both = await Promise.all([reanalyse(context(), other, 60), reanalyse(context(), other, 60)]);
    await other.close();
    expect(both.reduce((sum, { analysed }) => sum + analysed, 0)).toBe(texts);
    const [tallies, rows] = await tallied(db);
    expect(tallies).toEqual(rows);
  });
});

const script = join(import.meta.dirname, '..', 'support', 'reanalyser.js');

/** Runs it, and kills it once so many texts are done. @returns how many it said were left, each time. */
async function killAfter(store: string, done: number): Promise<number[]> {
  const child = spawn(process.execPath, [script, store], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const left: number[] = [];
  for await (const line of createInterface(child.stdout)) {
    left.push(Number(line.split(' ')[1]));
    if (left[0]! - left.at(-1)! >= done) child.kill('SIGKILL');
  }
  await exited;
  return left;
}

it('a new analysis that is killed again and again ends where one does that was left in peace', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-reanalyse-'));
  const [store, peace] = [join(folder, 'killed'), join(folder, 'peace')];
  for (const directory of [store, peace]) {
    await copyEmptyStore(directory);
    const database = await openPglite(directory);
    await addTexts(database, createCorpus(texts));
    await database.close();
  }
  let left = texts;
  for (let round = 0; round < 3; round += 1) {
    const said = await killAfter(store, 20);
    // It goes on where it was killed, and has at most one batch more than it said.
    expect(said[0]).toBeLessThanOrEqual(left);
    expect(said[0]).toBeGreaterThanOrEqual(left - 10);
    expect(said.at(-1)).toBeGreaterThan(0);
    left = said.at(-1)!;
  }
  expect((await killAfter(store, texts)).at(-1)).toBe(0);
  expect((await killAfter(peace, texts + 1)).at(-1)).toBe(0);
  const [killed, undisturbed] = [await openPglite(store), await openPglite(peace)];
  expect(await contents(killed)).toEqual(await contents(undisturbed));
  const [tallies, rows] = await tallied(killed);
  expect(tallies).toEqual(rows);
  await killed.close();
  await undisturbed.close();
  rmSync(folder, { recursive: true });
}, 120_000);
