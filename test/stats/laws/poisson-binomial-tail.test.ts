import { describe, expect, it } from 'vitest';
import { normalTail } from '../../../src/stats/laws/normal-tail.ts';
import { poissonBinomialTail } from '../../../src/stats/laws/poisson-binomial-tail.ts';
import { createRandom } from '../../../src/stats/random.ts';

const equal = (events: number, chance: number): number[] => Array.from({ length: events }, () => chance);

describe('poissonBinomialTail', () => {
  it('of equal chances is the binomial tail', () => {
    // pbinom(7, 10, 0.5, lower.tail = FALSE) and pbinom(0, 3, 0.2, lower.tail = FALSE) in R.
    expect(poissonBinomialTail(8, equal(10, 0.5))).toBeCloseTo(56 / 1024, 14);
    expect(poissonBinomialTail(1, equal(3, 0.2))).toBeCloseTo(0.488, 14);
  });

  it('of unequal chances is the sum worked out by hand', () => {
    // Two or more of ½, ⅓, ¼: 1/6 + 1/8 + 1/12 − 2/24.
    expect(poissonBinomialTail(2, [1 / 2, 1 / 3, 1 / 4])).toBeCloseTo(7 / 24, 14);
  });

  it('counts what is certain, and leaves out what cannot be', () => {
    expect(poissonBinomialTail(3, [1, 1, 0.25, 0])).toBeCloseTo(0.25, 14);
    expect(poissonBinomialTail(2, [1, 1, 0.5])).toBe(1);
    expect(poissonBinomialTail(4, [1, 0.5, 0])).toBe(0);
    expect(poissonBinomialTail(0, [])).toBe(1);
  });

  it('far out in large cases keeps its digits: the saddle point against the exact sum', () => {
    const random = createRandom(4);
    const small = Array.from({ length: 700 }, () => random.next() * 0.6);
    // The same 700 chances eight times over are past what is summed; a normal law is off by more than the saddle point.
    const large = Array.from({ length: 8 }, () => small).flat();
    const mean = large.reduce((sum, chance) => sum + chance, 0);
    const sd = Math.sqrt(large.reduce((sum, chance) => sum + chance * (1 - chance), 0));
    const exact = new Float64Array(large.length + 1);
    exact[0] = 1;
    for (const [done, chance] of large.entries()) {
      for (let at = done + 1; at > 0; at--) exact[at] = exact[at]! * (1 - chance) + exact[at - 1]! * chance;
      exact[0]! *= 1 - chance;
    }
    for (const z of [-3, -0.5, 0, 0.004, 1, 3, 5, 8]) {
      const count = Math.round(mean + z * sd);
      const right = exact.slice(count).reduce((sum, one) => sum + one, 0);
      expect(poissonBinomialTail(count, large) / right, `at ${z}`).toBeCloseTo(1, 3);
      if (z === 8) expect(Math.abs(normalTail((count - 0.5 - mean) / sd) / right - 1)).toBeGreaterThan(0.01);
    }
  });

  it('refuses a chance of 2', () => {
    expect(() => poissonBinomialTail(1, [2])).toThrow('A chance is 2');
  });
});
