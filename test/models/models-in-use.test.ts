import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { packageRoot } from '../../src/config.ts';
import { writeClassifier } from '../../src/models/classifier-folder.ts';
import { loadModels } from '../../src/models.ts';
import type { IntakePipeline } from '../../src/pipeline.ts';
import { openLanguagePool } from '../../src/workers/language/pool.ts';
import { examplesOf, train } from '../classify/learn/support.ts';
import { document } from '../classify/support.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-in-use-'));
const model = join(folder, 'queries');
const named = (categories?: Record<string, string>): IntakePipeline['models'] => [
  { folder: model, embeddings: 'never', ...(categories && { categories }) },
];
const load = (models: IntakePipeline['models']) => loadModels(packageRoot, 'retail', { models, dataDir: folder });
const meanings = { delivery: 'delivery', billing: 'price' };

describe('a trained model in the intake', () => {
  beforeAll(async () => {
    await writeClassifier(model, await train(examplesOf(30)), []);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names topics beside the vocabulary, with its score, its words and its version', async () => {
    const models = await load(named(meanings));
    const pool = await openLanguagePool({ models, intake }, pino({ level: 'silent' }), 1);
    const texts = examplesOf(20, 5).map(({ text }) => document(text));
    const analyses = await pool.analyse([...texts, document('Qwrt zxcv.'), document('Das Paket fehlt.', 'de')]);
    await pool.close();
    const read = analyses.flatMap((analysis) => ('reason' in analysis ? [] : [analysis]));
    expect(read.length).toBe(texts.length + 2);
    const mentions = read.flatMap((analysis) => analysis.mentions).filter(({ by }) => by === 'model:queries');
    expect(mentions.length).toBeGreaterThan(texts.length / 2);
    expect(new Set(mentions.map(({ category }) => category))).toEqual(new Set(Object.values(meanings)));
    for (const { score } of mentions) expect(score > 0.3 && score <= 1).toBe(true);
    for (const [at, { mentions: own, categories }] of read.entries()) {
      const seen = own.filter(({ by }) => by === 'model:queries');
      for (const { category } of seen) expect(categories.map((row) => row.category)).toContain(category);
      for (const { start, end } of seen) expect(texts[at]?.text.slice(start, end)).toMatch(/^$|^[\p{L}\p{N}' -]+$/u);
    }
    // Words that it has never met: it abstains, and nothing is added.
    expect(read.at(-2)?.mentions).toEqual([]);
    expect(read.at(-1)?.understood).toBe(false);
    for (const { versions } of read) expect(versions['model queries']).toMatch(/^[0-9a-f]{64}$/);
  }, 60_000);

  it('is refused where no label means a category, where a meaning is none, and where the folder was altered', async () => {
    await expect(load(named())).resolves.toMatchObject({ classifiers: { uses: [{ name: 'queries' }] } });
    await expect(load(named({ delivery: 'no.such' }))).rejects.toThrow('the taxonomy has no category "no.such"');
    const telecoms = loadModels(packageRoot, 'banking', { models: named(), dataDir: folder });
    await expect(telecoms).rejects.toThrow(
      'none of its labels ("billing", "delivery", "staff" …) is the id of a category',
    );
    await expect(load([{ folder: 'no-such-model' }])).rejects.toThrow('is no folder of a trained model');
    writeFileSync(join(model, 'weights.bin'), 'half');
    await expect(load(named(meanings))).rejects.toThrow('was truncated or altered');
  });

  it('changes nothing where none is named', async () => {
    const models = await load([]);
    expect(models.classifiers).toBeUndefined();
    expect(Object.keys(models.versions).filter((name) => name.startsWith('model'))).toEqual([]);
  });
});
