import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../src/stats/fisher-exact.ts';
import { relativeError } from './relative-error.ts';

/** The test from its definition: every table with the same margins, counted by whole numbers. */
function byEnumeration(
  a: number,
  b: number,
  c: number,
  d: number,
): { less: number; greater: number; twoSided: number } {
  const choose = (n: number, k: number): bigint => {
    let ways = 1n;
    for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
    return ways;
  };
  const total = choose(a + b + c + d, a + c);
  const ways = (k: number): bigint =>
    k > a + b || k > a + c || a + c - k > c + d ? 0n : choose(a + b, k) * choose(c + d, a + c - k);
  const sum = (keep: (k: number) => boolean): number => {
    let counted = 0n;
    for (let k = 0; k <= a + b; k++) if (keep(k)) counted += ways(k);
    return Number((counted * 10n ** 18n) / total) / 1e18;
  };
  return { less: sum((k) => k <= a), greater: sum((k) => k >= a), twoSided: sum((k) => ways(k) <= ways(a)) };
}

describe('fisherExact', () => {
  it("gives Fisher's tea tasting, p = 0.2429 (R ?fisher.test)", () => {
    expect(fisherExact(3, 1, 1, 3).greater).toBeCloseTo(0.2429, 4);
    expect(fisherExact(3, 1, 1, 3).twoSided).toBeCloseTo(0.4857, 4);
  });

  it("gives Fisher's convictions of twins, p = 0.0004652 and 0.0005367 (R ?fisher.test)", () => {
    const { less, twoSided } = fisherExact(2, 15, 10, 3);
    expect(less).toBeCloseTo(0.0004652, 7);
    expect(twoSided).toBeCloseTo(0.0005367, 7);
  });

  it.each([
    [12, 7, 5, 7, 0.9386983927391144, 0.21179152359304201, 0.28830810401250978],
    [2, 23, 5, 30, 0.374651805824712, 0.8775176788649981, 0.6881775189320792],
    [50, 450, 40, 1460, 0.9999999999468134, 2.2331922928184096e-10, 3.1712095720284866e-10],
    [30, 970, 970, 8030, 7.0987165333071409e-19, 1, 1.2920452036978257e-18],
    [8, 1992, 9992, 88_008, 5.7749191196253177e-79, 1, 1.3466983040989449e-78],
  ])('of %d %d / %d %d is R fisher.test', (a, b, c, d, less, greater, twoSided) => {
    const test = fisherExact(a, b, c, d);
    expect(relativeError(test.less, less)).toBeLessThan(1e-10);
    expect(relativeError(test.greater, greater)).toBeLessThan(1e-10);
    expect(relativeError(test.twoSided, twoSided)).toBeLessThan(1e-10);
  });

  it('equals counting all tables for every small table', () => {
    for (let a = 0; a <= 6; a++) {
      for (let b = 0; b <= 6; b++) {
        for (let c = 0; c <= 6; c++) {
          for (let d = 0; d <= 6; d++) {
            const right = byEnumeration(a, b, c, d);
            const test = fisherExact(a, b, c, d);
            for (const side of ['less', 'greater', 'twoSided'] as const) {
              if (Math.abs(test[side] - right[side]) > 1e-12)
                expect({ a, b, c, d, side, is: test[side] }).toBe(right[side]);
            }
          }
        }
      }
    }
  });

  it('gives 1 for an empty row, an empty column and an empty table', () => {
    const tables: [number, number, number, number][] = [
      [5, 3, 0, 0],
      [0, 4, 0, 9],
      [0, 0, 0, 0],
    ];
    for (const cells of tables) {
      expect(fisherExact(...cells)).toEqual({ less: 1, greater: 1, twoSided: 1 });
    }
  });

  it('stays quick and finite on tables of millions', () => {
    const test = fisherExact(300_000, 200_000, 200_000, 1_300_000);
    expect(test).toEqual({ less: 1, greater: 0, twoSided: 0 });
    expect(fisherExact(125_100, 374_900, 374_900, 1_125_100).twoSided).toBeGreaterThan(0.5);
  });

  it('refuses cells that are no counts', () => {
    expect(() => fisherExact(1, -1, 2, 3)).toThrow('cell b of fisherExact is -1');
    expect(() => fisherExact(1, 1, 2.5, 3)).toThrow('cell c of fisherExact is 2.5');
  });
});
