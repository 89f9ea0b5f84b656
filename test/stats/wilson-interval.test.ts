import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';

describe('wilsonInterval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is the published one', (successes, trials, lower, upper) => {
    const interval = wilsonInterval(successes, trials, 0.95);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('stays within 0 and 1, and reaches them where all or none succeed', () => {
    expect(wilsonInterval(0, 7, 0.999).lower).toBe(0);
    expect(wilsonInterval(29, 29, 0.95)).toEqual({ lower: expect.closeTo(0.88303, 5), upper: 1 });
  });

  it('refuses a share of nothing, and more successes than trials', () => {
    expect(() => wilsonInterval(0, 0, 0.95)).toThrow('0 successes of 0 trials');
    expect(() => wilsonInterval(5, 4, 0.95)).toThrow('5 successes of 4 trials');
    expect(() => wilsonInterval(1, 4, 95)).toThrow('confidence of wilsonInterval is 95');
  });
});
