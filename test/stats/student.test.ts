import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/stats/laws/normal-quantile.ts';
import { studentQuantile } from '../../src/stats/laws/student-quantile.ts';
import { studentTail } from '../../src/stats/laws/student-tail.ts';
import { meanInterval } from '../../src/stats/mean-interval.ts';

describe('studentQuantile', () => {
  // Printed in every table of the t law (W. S. Gosset, Biometrika 6, 1908, and after him).
  it.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.995, 5, 4.032],
    [0.99, 10, 2.764],
    [0.975, 30, 2.042],
    [0.995, 60, 2.66],
    [0.995, 120, 2.617],
  ])('at %d with %d degrees is the printed %d', (probability, degrees, printed) => {
    expect(studentQuantile(probability, degrees)).toBeCloseTo(printed, 3);
    expect(studentQuantile(1 - probability, degrees)).toBeCloseTo(-printed, 3);
  });

  it('is undone by the tail, and joins its expansion without a step', () => {
    for (const degrees of [1, 3, 50, 199, 200, 1e4]) {
      expect(studentTail(studentQuantile(0.995, degrees), degrees)).toBeCloseTo(0.005, 9);
    }
    expect(studentQuantile(0.995, 1e9)).toBeCloseTo(normalQuantile(0.995), 8);
    expect(studentTail(0, 7)).toBe(0.5);
  });

  it('refuses a probability of 1 and a t that is none', () => {
    expect(() => studentQuantile(1, 5)).toThrow('probability of studentQuantile is 1');
    expect(() => studentTail(Number.NaN, 5)).toThrow('t of studentTail is NaN');
  });
});

describe('meanInterval', () => {
  it('of the first ten sleepers is what R prints', () => {
    // t.test(sleep$extra[1:10], conf.level = 0.95)
    const extra = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const sum = extra.reduce((total, value) => total + value, 0);
    const squares = extra.reduce((total, value) => total + value * value, 0);
    const { mean, lower, upper } = meanInterval(10, sum, squares, 0.95);
    expect(mean).toBeCloseTo(0.75, 12);
    expect(lower).toBeCloseTo(-0.5297804, 6);
    expect(upper).toBeCloseTo(2.0297804, 6);
  });

  it('says nothing of one value or none, and is a point where all are equal', () => {
    expect(meanInterval(0, 0, 0, 0.99)).toEqual({ mean: null, lower: null, upper: null });
    expect(meanInterval(1, 0.5, 0.25, 0.99)).toEqual({ mean: 0.5, lower: null, upper: null });
    expect(meanInterval(3, 0.3, 0.03, 0.99)).toEqual({
      mean: expect.closeTo(0.1, 12),
      lower: expect.closeTo(0.1, 6),
      upper: expect.closeTo(0.1, 6),
    });
  });
});
