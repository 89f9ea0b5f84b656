import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../src/stats/fisher-exact.ts';
import { gTest } from '../../src/stats/g-test.ts';
import { relativeError } from './relative-error.ts';

describe('gTest', () => {
  it('is 2 Σ O ln(O/E), as written', () => {
    const [a, b, c, d] = [10, 2, 3, 15];
    const part = (o: number, row: number, column: number): number => o * Math.log(o / ((row * column) / 30));
    const right = 2 * (part(a, 12, 13) + part(b, 12, 17) + part(c, 18, 13) + part(d, 18, 17));
    expect(relativeError(gTest(a, b, c, d).statistic, right)).toBeLessThan(1e-12);
  });

  it("gives Dunning's printed 270.72 for «the swiss» in his table of bigrams (Computational Linguistics 19, 1993)", () => {
    expect(gTest(110, 2442, 111, 29_114).statistic).toBeCloseTo(270.72, 2);
    expect(gTest(29, 13, 123, 31_612).statistic).toBeCloseTo(263.9, 2);
  });

  it('draws near to the exact test as counts grow', () => {
    expect(relativeError(gTest(300, 700, 2700, 6300).p, 1)).toBeLessThan(1e-12);
    const table = [1_100, 8_900, 8_900, 81_100] as const;
    expect(relativeError(gTest(...table).p, fisherExact(...table).twoSided)).toBeLessThan(0.05);
  });

  it('keeps its digits where observed and expected nearly agree', () => {
    const { statistic, p } = gTest(1_000_001, 999_999, 999_999, 1_000_001);
    expect(relativeError(statistic, 4e-6)).toBeLessThan(1e-6);
    expect(p).toBeCloseTo(0.9984, 4);
  });

  it('gives 1 where a row or a column is empty, and never NaN', () => {
    expect(gTest(5, 3, 0, 0)).toEqual({ statistic: 0, p: 1 });
    expect(gTest(0, 0, 0, 0)).toEqual({ statistic: 0, p: 1 });
    expect(gTest(0, 10, 10, 0).p).toBeCloseTo(1.4e-7, 8);
    expect(() => gTest(Number.NaN, 1, 1, 1)).toThrow('cell a of gTest is NaN');
  });
});
