import { describe, expect, it } from 'vitest';
import { negativeBinomialTail } from '../../../src/stats/laws/negative-binomial-tail.ts';
import { poissonTail } from '../../../src/stats/laws/poisson-tail.ts';
import { relativeError } from '../relative-error.ts';

describe('poissonTail', () => {
  it.each([
    [10, 5.340760209, 0.045932800531193571],
    [100, 50, 3.2000653245851258e-10],
    [3, 0.1, 0.0001546530702646717],
  ])('of %d or more where %d are expected is R ppois', (count, mean, right) => {
    expect(relativeError(poissonTail(count, mean), right)).toBeLessThan(1e-11);
  });

  it('is certain for none or more, and impossible where nothing is expected', () => {
    expect(poissonTail(0, 3)).toBe(1);
    expect(poissonTail(0, 0)).toBe(1);
    expect(poissonTail(1, 0)).toBe(0);
    expect(() => poissonTail(1.5, 1)).toThrow('count of poissonTail is 1.5');
    expect(() => poissonTail(1, -1)).toThrow('mean of poissonTail is -1');
  });
});

describe('negativeBinomialTail', () => {
  it.each([
    [10, 5, 2, 0.13334765027248721],
    [100, 50, 10.5, 0.0076699425321103219],
    [1, 1, 0.3, 0.35589989385793819],
    [2000, 1000, 4, 0.042666482325447133],
  ])('of %d or more, mean %d, size %d is R pnbinom', (count, mean, size, right) => {
    expect(relativeError(negativeBinomialTail(count, mean, 1 / size), right)).toBeLessThan(1e-11);
  });

  it('becomes the Poisson tail as the dispersion goes to 0', () => {
    expect(negativeBinomialTail(12, 6, 0)).toBe(poissonTail(12, 6));
    for (const dispersion of [1e-6, 1e-9, 1e-14]) {
      expect(relativeError(negativeBinomialTail(12, 6, dispersion), poissonTail(12, 6))).toBeLessThan(1e-4);
    }
  });

  it('stays between 0 and 1 and refuses what is no dispersion', () => {
    expect(negativeBinomialTail(0, 5, 2)).toBe(1);
    expect(negativeBinomialTail(3, 0, 2)).toBe(0);
    expect(negativeBinomialTail(1, 1e9, 1e6)).toBeGreaterThan(0.000_01);
    expect(() => negativeBinomialTail(1, 1, -0.1)).toThrow('dispersion of negativeBinomialTail is -0.1');
  });
});
