import { describe, expect, it } from 'vitest';
import { nightly } from '../../pipelines/nightly.ts';
import { categorySets } from '../../src/mine/category-sets.ts';
import { createTextRows } from '../../src/mine/coded/text-rows.ts';
import { createRandom } from '../../src/stats/random.ts';
import type { CategorySet } from '../../src/types/findings.ts';

const settings = { ...nightly.sets, falseDiscoveries: 0.05 };

function setsOf(texts: string[][], parents = new Map<string, string | null>(), other = {}): CategorySet[] {
  const rows = createTextRows(nightly.coded);
  for (const [at, categories] of texts.entries()) {
    rows.add({ categories, fields: {}, sentiment: 0, customer: `${at}` });
  }
  return categorySets(rows, rows.coded(), { ...settings, ...other }, parents);
}

const chance = (random: ReturnType<typeof createRandom>, names: string[], share: number): string[] =>
  names.filter(() => random.next() < share);

describe('categorySets', () => {
  it('finds a planted three, and not the threes that a pair and a category of no matter make', () => {
    const random = createRandom(2);
    const texts = Array.from({ length: 3000 }, () => [
      ...(random.next() < 0.04
        ? ['late', 'refund', 'competitor']
        : chance(random, ['late', 'refund', 'competitor'], 0.08)),
      ...(random.next() < 0.08 ? ['fee', 'bill'] : []),
      ...chance(random, ['app'], 0.4),
    ]);
    const [found, ...others] = setsOf(texts);
    expect(others).toEqual([]);
    expect(found!.categories).toEqual(['competitor', 'late', 'refund']);
    expect(found!.observed).toBeGreaterThan(100);
    expect(found!.lift).toBeGreaterThan(3);
    expect(found!.q).toBeLessThan(1e-6);
  });

  it('leaves out sets that hold a category and one above it', () => {
    const texts = Array.from({ length: 600 }, (_, at) => (at % 6 === 0 ? ['delivery', 'delivery.late', 'refund'] : []));
    expect(setsOf(texts, new Map([['delivery.late', 'delivery']]))).toEqual([]);
  });

  it('finds a set in few of 200 corpora without any', () => {
    let corporaWithAny = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const random = createRandom(seed);
      const texts = Array.from({ length: 300 }, () => chance(random, ['a', 'b', 'c', 'd', 'e', 'f'], 0.3));
      if (setsOf(texts).length > 0) corporaWithAny += 1;
    }
    expect(corporaWithAny).toBeLessThanOrEqual(20);
  });

  it('asks for more texts a set where too many sets are frequent, and finds nothing in nothing', () => {
    const texts = Array.from({ length: 400 }, (_, at) => Array.from({ length: 12 }, (_, n) => `c${(at + n) % 20}`));
    expect(setsOf(texts, undefined, { mostFrequent: 50 }).length).toBeLessThan(50);
    expect(setsOf([])).toEqual([]);
    expect(setsOf([['a', 'b', 'c']])).toEqual([]);
  });
});
