import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { createAnalyser } from '../../src/classify/analyse.ts';
import { parseTaxonomy } from '../../src/classify/taxonomy.ts';
import { packageRoot } from '../../src/config.ts';
import { loadModels } from '../../src/models.ts';
import type { Analysis, Document } from '../../src/types.ts';
import { document } from '../route/support.ts';
import { named, noSignals, notNamed, signals, trades } from './sentences.ts';

const folder = join(packageRoot, 'models', 'taxonomies');
const read = (name: string) => {
  const path = join(folder, name, 'taxonomy.yaml');
  return parseTaxonomy(readFileSync(path, 'utf8'), path);
};
const isChinese = (cue: string) => /\p{Script=Han}/u.test(cue);

describe.each([...trades, 'signals'])('the taxonomy %s', (name) => {
  const taxonomy = read(name);

  it('has a card that tells the truth about it', () => {
    const card: unknown = JSON.parse(readFileSync(join(folder, name, 'card.json'), 'utf8'));
    expect(card).toMatchObject({
      name,
      title: taxonomy.title,
      kind: 'taxonomy',
      languages: ['en', 'zh'],
      categories: taxonomy.categories.length,
      licence: 'MIT',
    });
  });

  it('stands in two levels, each category defined in a sentence', () => {
    const tops = new Set(taxonomy.categories.filter(({ parent }) => parent === null).map(({ id }) => id));
    for (const { id, parent, definition } of taxonomy.categories) {
      if (parent !== null) expect(tops, id).toContain(parent);
      expect(definition, id).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('says no cue twice, and excludes none that it lists', () => {
    for (const { id, cues, not } of taxonomy.categories) {
      expect(
        cues.filter((cue, at) => cues.indexOf(cue) !== at),
        id,
      ).toEqual([]);
      expect(
        not.filter((cue, at) => not.indexOf(cue) !== at),
        id,
      ).toEqual([]);
      expect(
        cues.filter((cue) => not.includes(cue)),
        id,
      ).toEqual([]);
    }
  });
});

it.each([
  ['telecoms', 25],
  ['banking', 15],
  ['retail', 15],
] as const)(
  '%s has over 40 categories, all five kinds among them, and many that Chinese customers name',
  (name, chinese) => {
    const { categories } = read(name);
    const leaves = categories.filter(({ parent }) => parent !== null);
    expect(leaves.length).toBeGreaterThan(40);
    expect([...new Set(categories.map(({ facet }) => facet))].sort()).toEqual([
      'cause',
      'competitor',
      'product',
      'topic',
    ]);
    expect(leaves.filter(({ cues }) => cues.some(isChinese)).length).toBeGreaterThanOrEqual(chinese);
    const spoken = leaves.filter(({ facet }) => facet === 'topic');
    // A cue with alternatives is worth several.
    const words = (cues: string[]) => cues.filter((cue) => !isChinese(cue)).flatMap((cue) => cue.split('|')).length;
    for (const { id, cues } of spoken) expect(words(cues), id).toBeGreaterThanOrEqual(8);
  },
);

describe.each(trades)('%s', (trade) => {
  let analyse: (documents: Document[]) => Analysis[];
  beforeAll(async () => {
    analyse = createAnalyser(await loadModels(packageRoot, trade), intake);
  });
  const affirmed = (text: string, language = 'en') =>
    analyse([document({ text, language })]).flatMap(({ categories }) => categories.map(({ category }) => category));

  it.each(named[trade])('sees %s in “%s”', (category, text) => {
    expect(affirmed(text, isChinese(text) ? 'zh' : 'en')).toContain(category);
  });

  it.each(notNamed[trade])('does not see %s in “%s”', (category, text) => {
    expect(affirmed(text, isChinese(text) ? 'zh' : 'en')).not.toContain(category);
  });

  it.each(signals)('sees %s in “%s”', (category, text) => {
    expect(affirmed(text, isChinese(text) ? 'zh' : 'en')).toContain(category);
  });

  it.each(noSignals)('does not see %s in “%s”', (category, text) => {
    expect(affirmed(text, isChinese(text) ? 'zh' : 'en')).not.toContain(category);
  });
});

const data = join(packageRoot, '..', 'shared', 'data');

describe.skipIf(!existsSync(data))('on public reviews (skipped where ../shared/data is absent), retail', () => {
  const reviews = (path: string): Record<string, string>[] =>
    parse(readFileSync(join(data, path)), { columns: true, bom: true, relax_quotes: true });
  const share = async (texts: string[], language: string) => {
    const analyse = createAnalyser(await loadModels(packageRoot, 'retail'), intake);
    const named = analyse(texts.map((text) => document({ text, language }))).filter(({ categories }) =>
      categories.some(({ facet }) => /^(?:topic|product|cause)$/.test(facet)),
    );
    return named.length / texts.length;
  };

  it('names what most reviews of clothes are about', async () => {
    const texts = reviews('surveys/womens-clothing/reviews.csv').flatMap((row) => row['Review Text'] || []);
    expect(await share(texts.slice(0, 500), 'en')).toBeGreaterThan(0.95);
  });

  it('names what most Chinese reviews are about', async () => {
    const rows = reviews('sentiment/zh-reviews/online_shopping_8_cats.csv').filter(({ cat }) => cat !== '酒店');
    const texts = rows.filter((_, at) => at % 12 === 0).flatMap(({ review }) => review || []);
    expect(await share(texts, 'zh')).toBeGreaterThan(0.8);
  });
});
