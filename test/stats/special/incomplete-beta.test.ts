import { describe, expect, it } from 'vitest';
import { incompleteBeta } from '../../../src/stats/special/incomplete-beta.ts';
import { relativeError } from '../relative-error.ts';

describe('incompleteBeta', () => {
  it.each([
    [0.5, 2, 3, 0.6875],
    [0.1, 0.5, 0.5, 0.20483276469913345],
    [0.9, 10, 2, 0.6973568802],
    [0.3, 100, 200, 0.10884306564490982],
    [0.25, 1e4, 3e4, 0.5007677677977382],
    [1e-3, 5, 1000, 0.0036983141135402218],
  ])('at x = %d, a = %d, b = %d is R pbeta', (x, a, b, right) => {
    expect(relativeError(incompleteBeta(x, a, b), right)).toBeLessThan(1e-12);
  });

  it('mirrors: I(x; a, b) = 1 − I(1 − x; b, a)', () => {
    for (const x of [0.01, 0.2, 0.5, 0.77, 0.999]) {
      expect(incompleteBeta(x, 3.5, 12) + incompleteBeta(1 - x, 12, 3.5)).toBeCloseTo(1, 13);
    }
  });

  it('is 0 and 1 at the ends and refuses what lies outside', () => {
    expect(incompleteBeta(0, 2, 2)).toBe(0);
    expect(incompleteBeta(1, 2, 2)).toBe(1);
    expect(() => incompleteBeta(1.1, 2, 2)).toThrow('1 − x of incompleteBeta');
    expect(() => incompleteBeta(0.5, 0, 2)).toThrow('a of incompleteBeta is 0');
  });
});
