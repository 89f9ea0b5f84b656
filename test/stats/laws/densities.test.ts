import { describe, expect, it } from 'vitest';
import { binomialDensity } from '../../../src/stats/laws/binomial-density.ts';
import { hypergeometricDensity } from '../../../src/stats/laws/hypergeometric-density.ts';
import { poissonDensity } from '../../../src/stats/laws/poisson-density.ts';
import { relativeError } from '../relative-error.ts';

describe('densities', () => {
  it('of Poisson equal R dpois, near and far from the mean', () => {
    expect(relativeError(poissonDensity(3, 2.5), 0.21376301724973648)).toBeLessThan(1e-13);
    expect(relativeError(poissonDensity(1000, 1100), 0.00011590731420657797)).toBeLessThan(1e-12);
    expect(poissonDensity(0, 2)).toBe(Math.exp(-2));
  });

  it('of the binomial equal R dbinom up to a million trials', () => {
    expect(relativeError(binomialDensity(3, 10, 0.2, 0.8), 0.201326592)).toBeLessThan(1e-13);
    expect(relativeError(binomialDensity(500_000, 1_000_000, 0.5, 0.5), 0.0007978843613317499)).toBeLessThan(1e-12);
    expect(binomialDensity(0, 5, 0, 1)).toBe(1);
    expect(binomialDensity(2, 5, 1, 0)).toBe(0);
    expect(relativeError(binomialDensity(0, 5, 0.1, 0.9), 0.9 ** 5)).toBeLessThan(1e-13);
    expect(relativeError(binomialDensity(5, 5, 0.1, 0.9), 1e-5)).toBeLessThan(1e-13);
  });

  it('of the hypergeometric equal R dhyper up to a million, and add up to 1', () => {
    expect(relativeError(hypergeometricDensity(3, 5, 4, 12), 0.1414141414141413)).toBeLessThan(1e-13);
    expect(relativeError(hypergeometricDensity(1000, 100_000, 9000, 1_000_000), 3.2137962996292593e-5)).toBeLessThan(
      1e-11,
    );
    const sum = [0, 1, 2, 3, 4].reduce((total, hits) => total + hypergeometricDensity(hits, 5, 4, 12), 0);
    expect(sum).toBeCloseTo(1, 13);
  });
});
