import { describe, expect, it } from 'vitest';
import { liftBounds } from '../../src/stats/lift-bounds.ts';
import { relevancy } from '../../src/stats/relevancy.ts';

describe('liftBounds', () => {
  // Garwood (1936): two-sided 95 % limits of a Poisson mean, that is one-sided 97.5 %, as epidemiology tables print them.
  it.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.111, 65.919],
    [100, 81.364, 121.627],
  ])('of %d events are the published limits', (observed, lower, upper) => {
    const bounds = liftBounds(observed, 1, 0.975);
    expect(bounds.lift).toBe(observed);
    expect(bounds.lower).toBeCloseTo(lower, 3);
    expect(bounds.upper).toBeCloseTo(upper, 3);
  });

  it('divide by the expected count and enclose the lift', () => {
    const { lift, lower, upper } = liftBounds(12, 8, 0.99);
    expect(lift).toBe(1.5);
    expect(lower).toBeCloseTo(liftBounds(12, 1, 0.99).lower / 8, 12);
    expect(upper).toBeCloseTo(liftBounds(12, 1, 0.99).upper / 8, 12);
    expect(lower).toBeLessThan(lift);
    expect(upper).toBeGreaterThan(lift);
  });

  it('stay finite from no text to billions', () => {
    for (const observed of [0, 1, 2, 1e3, 1e6, 1e9]) {
      for (const expected of [1e-9, 1, 1e9]) {
        const bounds = liftBounds(observed, expected, 0.99);
        expect(Object.values(bounds).every((bound) => Number.isFinite(bound) && bound >= 0)).toBe(true);
        expect(bounds.lower).toBeLessThanOrEqual(bounds.lift);
        expect(bounds.upper).toBeGreaterThan(bounds.lift);
      }
    }
  });

  it('refuse an expected count of 0 and a confidence in per cent', () => {
    expect(() => liftBounds(1, 0, 0.99)).toThrow('expected of liftBounds is 0');
    expect(() => liftBounds(1, 1, 99)).toThrow('confidence of liftBounds is 99');
    expect(() => liftBounds(1.5, 1, 0.99)).toThrow('observed of liftBounds is 1.5');
  });
});

describe('relevancy', () => {
  // IBM prints the expected counts whole, so the printed relevancy lies between those of the counts one below and above.
  it.each([
    [693, 542, 1.16495],
    [1210, 1011, 1.11708],
    [511, 553, 0.82801],
  ])('of %d against about %d encloses the printed %d', (observed, expected, printed) => {
    expect(relevancy(observed, expected + 1)).toBeLessThan(printed);
    expect(relevancy(observed, expected - 1)).toBeGreaterThan(printed);
    // 2.326 is the quantile: at 95 % or 99.9 % the printed figures are out of reach.
    for (const z of [1.645, 3.09]) {
      const other = (observed - z * Math.sqrt(observed)) / expected;
      expect(Math.abs(other - printed)).toBeGreaterThan(0.01);
    }
  });

  it('nears the exact lower bound as counts grow, and parts from it for small ones', () => {
    expect(Math.abs(relevancy(10_000, 10_000) - liftBounds(10_000, 10_000, 0.99).lower)).toBeLessThan(3e-4);
    expect(relevancy(2, 1)).toBeLessThan(0);
    expect(liftBounds(2, 1, 0.99).lower).toBeGreaterThan(0);
  });
});
