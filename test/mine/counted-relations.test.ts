import { describe, expect, it } from 'vitest';
import { nightly } from '../../pipelines/nightly.ts';
import { countedRelations } from '../../src/mine/counted-relations.ts';
import { createPairCounter } from '../../src/mine/pair-counter.ts';
import { createRandom } from '../../src/stats/random.ts';
import type { Relation } from '../../src/types.ts';
import { type CountedText, independentTexts } from './texts.ts';

const settings = nightly.pairs;

function relationsOf(texts: CountedText[], parents?: Map<string, string | null>, minimumObserved = 5): Relation[] {
  const counter = createPairCounter();
  for (const { categories, sentiment } of texts) counter.add(categories, sentiment);
  return countedRelations(counter, { ...settings, minimumObserved }, parents);
}

const repeat = (times: number, categories: string[], sentiment = 0): CountedText[] =>
  Array.from({ length: times }, () => ({ categories, sentiment }));

describe('countedRelations', () => {
  it('finds a planted relation with the counts, lift and bounds worked out by hand', () => {
    const texts = [
      ...repeat(30, ['late', 'refund'], -0.5),
      ...repeat(20, ['late'], 0.1),
      ...repeat(50, ['refund'], 0.2),
      ...repeat(900, [], 0.9),
    ];
    const [relation, ...others] = relationsOf(texts);
    expect(others).toEqual([]);
    expect(relation).toEqual({
      antecedent: 'late',
      consequent: 'refund',
      documents: 1000,
      antecedentCount: 50,
      consequentCount: 80,
      observed: 30,
      expected: 4,
      lift: 7.5,
      // ½ χ²⁻¹(0.01; 60) / 4 and ½ χ²⁻¹(0.99; 62) / 4, from R.
      lower: expect.closeTo(37.484852 / 8, 5),
      upper: expect.closeTo(90.801532 / 8, 5),
      p: expect.any(Number),
      q: expect.any(Number),
      sentiment: -0.5,
    });
    // fisher.test(matrix(c(30, 20, 50, 900), 2)) in R; the smallest expected cell is below 5.
    expect(relation!.p / 6.12570307e-23).toBeCloseTo(1, 5);
    expect(relation!.q).toBe(relation!.p);
  });

  it('marks categories that avoid each other by an upper bound below 1', () => {
    const texts = [
      ...repeat(6, ['angry', 'praise']),
      ...repeat(194, ['angry']),
      ...repeat(194, ['praise']),
      ...repeat(606, []),
    ];
    const [relation] = relationsOf(texts);
    expect(relation).toMatchObject({ observed: 6, expected: 40 });
    expect(relation!.upper).toBeLessThan(1);
    expect(relation!.q).toBeLessThan(1e-6);
  });

  it('counts every pair exactly as a plain count does, for few and for thousands of categories', () => {
    for (const [categories, texts] of [
      [12, 3000],
      [2500, 4000],
    ] as const) {
      const random = createRandom(categories);
      const made = Array.from({ length: texts }, () => ({
        categories: Array.from(
          { length: 1 + random.below(9) },
          () => `c${Math.floor(categories * random.next() ** 1.5)}`,
        ),
        sentiment: random.next() - 0.5,
      }));
      // Meet the last categories first, so that pairs span the dense and the sparse part of the table.
      made.unshift({
        categories: Array.from({ length: 40 }, (_, index) => `c${categories - 1 - index}`),
        sentiment: 0,
      });
      const plain = plainCounts(made);
      const found = relationsOf(made, undefined, 1);
      expect(found).toHaveLength(plain.size);
      for (const relation of found) {
        const right = plain.get(`${relation.antecedent} ${relation.consequent}`)!;
        if (
          relation.observed !== right.observed ||
          Math.abs(relation.sentiment - right.sentiment / right.observed) > 1e-6
        ) {
          expect(relation).toMatchObject(right);
        }
      }
    }
  });

  it('gives byte for byte the same for the same texts in any order', () => {
    const chances = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`c${index}`, 0.02 + 0.005 * index]));
    const texts = independentTexts(5, 4000, chances);
    const first = JSON.stringify(relationsOf(texts));
    for (const seed of [1, 2, 3]) {
      const random = createRandom(seed);
      const shuffled = random.shuffle(
        texts.map((text) => ({ ...text, categories: random.shuffle([...text.categories]) })),
      );
      expect(JSON.stringify(relationsOf(shuffled))).toBe(first);
    }
    expect(first.length).toBeGreaterThan(10_000);
  });

  it('lists the strongest lower bound first, and equal ones by name', () => {
    const texts = [...repeat(20, ['d', 'c']), ...repeat(20, ['b', 'a']), ...repeat(10, ['e', 'f']), ...repeat(500, [])];
    const found = relationsOf(texts);
    expect(found.map(({ antecedent, consequent }) => antecedent + consequent)).toEqual(
      ['ef', 'ab', 'cd'].sort((l, r) => {
        const lower = (name: string): number => found.find((one) => one.antecedent + one.consequent === name)!.lower;
        return lower(r) - lower(l) || (l < r ? -1 : 1);
      }),
    );
    expect(found[0]!.lower).toBeGreaterThan(found[2]!.lower);
  });

  it('leaves out a category with any above it in its branch, and keeps sisters', () => {
    const parents = new Map([
      ['billing', null],
      ['billing.fees', 'billing'],
      ['billing.fees.late', 'billing.fees'],
      ['billing.tax', 'billing'],
    ]);
    const texts = [...repeat(10, ['billing', 'billing.fees', 'billing.fees.late', 'billing.tax']), ...repeat(90, [])];
    expect(relationsOf(texts, parents).map(({ antecedent, consequent }) => `${antecedent} ${consequent}`)).toEqual([
      'billing.fees billing.tax',
      'billing.fees.late billing.tax',
    ]);
  });

  it('refuses parents that run in a circle', () => {
    const parents = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(() => relationsOf(repeat(9, ['a', 'c']), parents)).toThrow('The category "a" is above itself');
  });

  it('says clearly nothing of a category in every text', () => {
    const [relation] = relationsOf([...repeat(40, ['all', 'some']), ...repeat(60, ['all'])]);
    expect(relation).toMatchObject({ observed: 40, expected: 40, lift: 1, p: 1, q: 1 });
  });

  it('finds nothing in no text, in one text, and in texts without categories', () => {
    expect(relationsOf([])).toEqual([]);
    expect(relationsOf(repeat(1, ['a', 'b']))).toEqual([]);
    expect(relationsOf(repeat(100, []))).toEqual([]);
  });

  it('gives numbers only: no NaN, no Infinity, every p and q within 0 and 1', () => {
    const texts = [
      ...repeat(5, ['a', 'b']),
      ...repeat(1, ['a', 'b', 'c']),
      ...repeat(7, ['c', 'd'], 1),
      ...repeat(7, ['d'], -1),
    ];
    for (const relation of relationsOf(texts, undefined, 1)) {
      for (const value of Object.values(relation))
        if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
      for (const probability of [relation.p, relation.q]) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    }
  });

  it('refuses a minimum of no texts', () => {
    expect(() => relationsOf([], undefined, 0)).toThrow(
      'minimumObserved is 0; it should be a whole number of at least 1',
    );
  });
});

describe('false discoveries of countedRelations', () => {
  it('stay at or below the q asked for over 200 corpora without any relation', () => {
    const chances = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`c${index}`, 0.005 + 0.01 * index]));
    let corporaWithAny = 0;
    for (let seed = 0; seed < 200; seed++) {
      const found = relationsOf(independentTexts(seed, 800, chances));
      if (found.some(({ q }) => q <= 0.05)) corporaWithAny += 1;
    }
    // Where nothing is true, the false discovery rate is the share of corpora with any discovery: 10 of 200 at most
    // on average, 19 at the 99.9 % point of the binomial.
    expect(corporaWithAny).toBeLessThanOrEqual(19);
  });

  it('would not stay there were rare pairs that chance brought together tested as if nobody had looked for them', () => {
    // Two hundred rare categories: pairs named together five times are few, and all of them look striking.
    const chances = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`c${index}`, 0.03]));
    const found = Array.from({ length: 20 }, (_, seed) => relationsOf(independentTexts(seed, 500, chances)));
    const naive = found.filter((relations) => relations.some(({ p }) => p * relations.length <= 0.05));
    const owned = found.filter((relations) => relations.some(({ q }) => q <= 0.05));
    expect(naive.length).toBeGreaterThan(10);
    expect(owned.length).toBeLessThanOrEqual(4);
  });
});

function plainCounts(texts: CountedText[]): Map<string, { observed: number; sentiment: number }> {
  const pairs = new Map<string, { observed: number; sentiment: number }>();
  for (const { categories, sentiment } of texts) {
    const unique = [...new Set(categories)].sort();
    for (const first of unique) {
      for (const second of unique.filter((other) => other > first)) {
        const pair = pairs.get(`${first} ${second}`) ?? { observed: 0, sentiment: 0 };
        pairs.set(`${first} ${second}`, { observed: pair.observed + 1, sentiment: pair.sentiment + sentiment });
      }
    }
  }
  return pairs;
}
