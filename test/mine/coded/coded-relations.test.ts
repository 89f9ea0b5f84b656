import { describe, expect, it } from 'vitest';
import { nightly } from '../../../pipelines/nightly.ts';
import { codedRelations } from '../../../src/mine/coded/coded-relations.ts';
import { createTextRows, type TextRows } from '../../../src/mine/coded/text-rows.ts';
import { steadiness } from '../../../src/mine/steadiness.ts';
import { createRandom } from '../../../src/stats/random.ts';
import type { CodedRelation } from '../../../src/types/findings.ts';

interface Text {
  categories: string[];
  fields?: Record<string, string>;
  sentiment?: number;
  customer?: string;
}

function rowsOf(texts: Text[]): TextRows {
  const rows = createTextRows(nightly.coded);
  for (const [at, { categories, fields = {}, sentiment = 0, customer = `c${at}` }] of texts.entries()) {
    rows.add({ categories, fields, sentiment, customer });
  }
  return rows;
}

function relationsOf(texts: Text[]): CodedRelation[] {
  const rows = rowsOf(texts);
  return codedRelations(rows, rows.coded(), nightly.pairs);
}

const repeat = (times: number, text: Text): Text[] => Array.from({ length: times }, () => text);

describe('codedRelations', () => {
  it('weighs a category against a value within the texts that have the field, as worked out by hand', () => {
    const texts = [
      ...repeat(30, { categories: ['late'], fields: { region: 'north' }, sentiment: -0.5 }),
      ...repeat(20, { categories: ['late'], fields: { region: 'south' } }),
      ...repeat(50, { categories: [], fields: { region: 'north' } }),
      ...repeat(900, { categories: [], fields: { region: 'south' } }),
      // Mails have no region, and say nothing of it.
      ...repeat(400, { categories: ['late'] }),
    ];
    const found = relationsOf(texts).find(({ label }) => label === 'north');
    expect(found).toMatchObject({
      ...{ category: 'late', field: 'region', documents: 1000, categoryCount: 50, valueCount: 80, observed: 30 },
      ...{ expected: 4, lift: 7.5, sentiment: -0.5, sentimentLower: -0.5, sentimentUpper: -0.5 },
    });
    // As for two categories: ½ χ²⁻¹(0.01; 60) / 4, and fisher.test in R.
    expect(found!.lower).toBeCloseTo(37.484852 / 8, 5);
    expect(found!.p / 6.12570307e-23).toBeCloseTo(1, 5);
    const south = relationsOf(texts).find(({ label }) => label === 'south');
    expect(south!.upper).toBeLessThan(1);
  });

  it('lists a pair that never meets though it should', () => {
    const texts = [
      ...repeat(100, { categories: ['roaming'], fields: { segment: 'business' } }),
      ...repeat(100, { categories: [], fields: { segment: 'home' } }),
    ];
    const apart = relationsOf(texts).find(({ label }) => label === 'home');
    expect(apart).toMatchObject({ observed: 0, expected: 50, sentiment: null });
    expect(apart!.upper).toBeLessThan(0.1);
  });

  it('keeps the false discovery rate over 200 corpora without any relation', () => {
    let corporaWithAny = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const random = createRandom(seed);
      const texts = Array.from({ length: 400 }, () => ({
        categories: ['a', 'b', 'c', 'd'].filter((_, at) => random.next() < 0.1 * (at + 1)),
        fields: { region: `r${random.below(4)}`, age: String(18 + random.below(60)) },
      }));
      if (relationsOf(texts).some(({ q }) => q <= 0.05)) corporaWithAny += 1;
    }
    // Where nothing is true, any discovery is false: 5 % of corpora on average, 20 of 200 at the 99.9 % point.
    expect(corporaWithAny).toBeLessThanOrEqual(20);
  });
});

describe('steadiness', () => {
  const settings = nightly.steadiness;
  const background = (random = createRandom(5)): Text[] =>
    Array.from({ length: 2000 }, (_, at) => ({
      ...{ categories: ['a', 'b'].filter(() => random.next() < 0.05), customer: `c${at}`, sentiment: -0.2 },
      fields: { region: at % 2 ? 'north' : 'south' },
    }));
  const together = (customerOf: (at: number) => string): Text[] =>
    Array.from({ length: 25 }, (_, at) => ({
      ...{ categories: ['a', 'b'], customer: customerOf(at), sentiment: at % 2 ? -0.6 : -0.4 },
      fields: { region: 'north' },
    }));
  const pair = { antecedent: 0, consequent: 1, field: null };
  const stabilityOf = (texts: Text[]) => {
    const rows = rowsOf([{ categories: ['a', 'b'] }, ...texts]);
    return steadiness(rows, rows.coded(), [pair], settings)[0]!;
  };

  it('tells what many customers say from what one customer says many times', () => {
    const many = stabilityOf([...background(), ...together((at) => `many ${at}`)]);
    const one = stabilityOf([...background(), ...together(() => 'the one')]);
    expect(many.stability).toBeGreaterThan(0.97);
    // The group of the one is left out of 36 % of draws.
    expect(one.stability).toBeGreaterThan(0.5);
    expect(one.stability).toBeLessThan(0.75);
  });

  it('says how the joint texts feel, with an interval, and the same for the same seed', () => {
    const texts = [...background(), ...together((at) => `many ${at}`)];
    const { sentimentLower, sentimentUpper } = stabilityOf(texts);
    expect(sentimentLower!).toBeLessThan(-0.4);
    expect(sentimentUpper!).toBeGreaterThan(-0.5);
    expect(stabilityOf(texts)).toEqual(stabilityOf(texts));
    const rows = rowsOf(texts);
    expect(steadiness(rows, rows.coded(), [], settings)).toEqual([]);
  });
});
