import { describe, expect, it } from 'vitest';
import { incompleteGamma } from '../../../src/stats/special/incomplete-gamma.ts';
import { relativeError } from '../relative-error.ts';

describe('incompleteGamma', () => {
  it.each([
    [0.5, 0.5, 0.682689492137086, 0.31731050786291415],
    [1, 2, 0.8646647167633873, 0.1353352832366127],
    [5, 3, 0.18473675547622787, 0.8152632445237722],
    [10, 20, 0.9950045876916924, 0.0049954123083075872],
    [100, 100, 0.5132987982791488, 0.48670120172085113],
    [150, 130, 0.046065544014896057, 0.953934455985104],
    [1000, 1100, 0.99894067674607, 0.0010593232539299791],
    [1e5, 101_500, 0.9999988263154863, 1.1736845137221673e-6],
    [1e6, 998_000, 0.022696114006736792, 0.9773038859932631],
    [30, 2, 5.8553186093785776e-25, 1],
    [500, 800, 1, 1.7420398244391621e-30],
  ])('at a = %d, x = %d is R pgamma, in both tails', (a, x, lower, upper) => {
    const tails = incompleteGamma(a, x);
    expect(relativeError(tails.lower, lower)).toBeLessThan(1e-12);
    expect(relativeError(tails.upper, upper)).toBeLessThan(1e-12);
  });

  it('joins its three methods without a step, and rises', () => {
    for (const a of [99.9, 100, 250, 1e4, 1e7]) {
      let before = 0;
      for (let ratio = 0.6; ratio < 1.6; ratio += 0.0005) {
        const { lower, upper } = incompleteGamma(a, a * ratio);
        expect(lower + upper).toBeCloseTo(1, 14);
        expect(lower).toBeGreaterThanOrEqual(before - 1e-15);
        before = lower;
      }
      for (const edge of [0.65, 1.5]) {
        const below = incompleteGamma(a, a * edge * (1 - 1e-12));
        const above = incompleteGamma(a, a * edge * (1 + 1e-12));
        const tail = edge < 1 ? ('lower' as const) : ('upper' as const);
        // A step of the argument moves the logarithm of the tail by about a·1e−12.
        if (below[tail] > 1e-280) expect(relativeError(below[tail], above[tail])).toBeLessThan(a * 2e-12 + 1e-11);
      }
    }
  });

  it('is 0 and 1 at the ends, with no NaN between', () => {
    expect(incompleteGamma(3, 0)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteGamma(3, 1e6)).toEqual({ lower: 1, upper: 0 });
    expect(incompleteGamma(1e-3, 1e-300).lower).toBeGreaterThan(0.4);
    expect(incompleteGamma(1e10, 1).lower).toBe(0);
  });

  it('refuses what lies outside its domain', () => {
    expect(() => incompleteGamma(0, 1)).toThrow('a of incompleteGamma is 0');
    expect(() => incompleteGamma(1, -1)).toThrow('x of incompleteGamma is -1');
    expect(() => incompleteGamma(1, Number.NaN)).toThrow('x of incompleteGamma is NaN');
  });
});
