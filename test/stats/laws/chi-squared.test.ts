import { describe, expect, it } from 'vitest';
import { chiSquaredQuantile } from '../../../src/stats/laws/chi-squared-quantile.ts';
import { chiSquaredTail } from '../../../src/stats/laws/chi-squared-tail.ts';
import { incompleteGamma } from '../../../src/stats/special/incomplete-gamma.ts';
import { relativeError } from '../relative-error.ts';

describe('chiSquaredQuantile', () => {
  // Critical values as every textbook's table prints them (NIST/SEMATECH e-Handbook 1.3.6.7.4).
  it.each([
    [0.95, 1, 3.841],
    [0.99, 1, 6.635],
    [0.95, 10, 18.307],
    [0.99, 30, 50.892],
    [0.05, 10, 3.94],
    [0.01, 20, 8.26],
    [0.999, 100, 149.449],
  ])('of %d with %d degrees is the printed %d', (probability, degrees, printed) => {
    expect(chiSquaredQuantile(probability, degrees)).toBeCloseTo(printed, 3);
  });

  it.each([
    [0.01, 2, 0.020100671707002884],
    [0.01, 10, 2.5582121601872059],
    [0.99, 12, 26.216967305535846],
    [0.01, 1386, 1266.4669420528121],
    [0.01, 2e6, 1995350.2457198505],
    [1e-10, 4, 2.8284404581659481e-5],
    [0.5, 0.5, 0.087347604705746873],
    [1 - 1e-10, 3, 49.542155758766185],
  ])('of %d with %d degrees is R qchisq', (probability, degrees, right) => {
    expect(relativeError(chiSquaredQuantile(probability, degrees), right)).toBeLessThan(1e-12);
  });

  it('undoes the tail for every size of count and probability', () => {
    for (const degrees of [1, 2, 3, 19, 150, 199, 201, 1e3, 1e5, 1e7]) {
      for (const tail of [1e-5, 0.01, 0.1, 0.5]) {
        const x = chiSquaredQuantile(1 - tail, degrees);
        expect(relativeError(chiSquaredTail(x, degrees), tail)).toBeLessThan(1e-9);
      }
      for (const probability of [1e-100, 1e-20, 1e-5]) {
        const x = chiSquaredQuantile(probability, degrees);
        expect(relativeError(incompleteGamma(degrees / 2, x / 2).lower, probability)).toBeLessThan(1e-9);
      }
    }
  });

  it('is 0 where the true value is too small for a number', () => {
    expect(chiSquaredQuantile(1e-300, 0.1)).toBe(0);
  });

  it('refuses probabilities 0 and 1 and no degrees of freedom', () => {
    expect(() => chiSquaredQuantile(0, 2)).toThrow('probability of chiSquaredQuantile is 0');
    expect(() => chiSquaredQuantile(1, 2)).toThrow('probability of chiSquaredQuantile is 1');
    expect(() => chiSquaredQuantile(0.5, 0)).toThrow('degrees of chiSquaredQuantile is 0');
  });
});

describe('chiSquaredTail', () => {
  it.each([
    [3.841459, 1, 0.049999994653195726],
    [100, 1, 1.5239706048321054e-23],
    [1400, 1, 2.1010145162641344e-306],
    [23.2, 10, 0.010031938382424135],
  ])('beyond %d with %d degrees is R pchisq', (x, degrees, right) => {
    expect(relativeError(chiSquaredTail(x, degrees), right)).toBeLessThan(1e-11);
  });

  it('is 1 from 0 on and 0, not NaN, where numbers end', () => {
    expect(chiSquaredTail(0, 1)).toBe(1);
    expect(chiSquaredTail(1e9, 1)).toBe(0);
    expect(() => chiSquaredTail(-1, 1)).toThrow(/x of incompleteGamma/);
  });
});
