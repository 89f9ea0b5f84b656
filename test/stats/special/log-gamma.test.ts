import { describe, expect, it } from 'vitest';
import { logGamma } from '../../../src/stats/special/log-gamma.ts';
import { relativeError } from '../relative-error.ts';

describe('logGamma', () => {
  it.each([
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [3.7, 1.4280723266653881],
    [10, 12.801827480081469],
    [100.5, 361.43554046777757],
    [1e6, 12815504.569147611],
  ])('of %d is R lgamma', (x, right) => {
    expect(relativeError(logGamma(x), right)).toBeLessThan(1e-14);
  });

  it('is the logarithm of a factorial, and 0 at 1 and 2', () => {
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 13);
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logGamma(2)).toBeCloseTo(0, 14);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (x) => {
    expect(() => logGamma(x)).toThrow(/x of logGamma is .*; it should be a finite number above 0/);
  });
});
