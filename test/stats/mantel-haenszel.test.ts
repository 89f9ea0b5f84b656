import { describe, expect, it } from 'vitest';
import { mantelHaenszel, type Stratum } from '../../src/stats/mantel-haenszel.ts';

/** Admissions to six departments by sex: (admitted men, admitted women, rejected men, rejected women); R's UCBAdmissions. */
const admissions: Stratum[] = [
  [512, 89, 313, 19],
  [353, 17, 207, 8],
  [120, 202, 205, 391],
  [138, 131, 279, 244],
  [53, 94, 138, 299],
  [22, 24, 351, 317],
];

describe('mantelHaenszel', () => {
  it('gives the values of R ?mantelhaen.test for UCBAdmissions', () => {
    const test = mantelHaenszel(admissions, { confidence: 0.95, continuity: true });
    expect(test.statistic).toBeCloseTo(1.4269462285866883, 10);
    expect(test.p).toBeCloseTo(0.23226346281704827, 10);
    expect(test.oddsRatio).toBeCloseTo(0.9046968282586231, 12);
    expect(test.interval?.lower).toBeCloseTo(0.7719073617593505, 10);
    expect(test.interval?.upper).toBeCloseTo(1.0603297644366556, 10);
    expect(mantelHaenszel(admissions, { confidence: 0.95, continuity: false }).statistic).toBeCloseTo(
      1.5246066604434356,
      10,
    );
  });

  it("sees through Simpson's paradox: men seem favoured in the pooled table, not within departments", () => {
    const pooled = admissions.reduce<Stratum>(
      (sum, cells) => [sum[0] + cells[0], sum[1] + cells[1], sum[2] + cells[2], sum[3] + cells[3]],
      [0, 0, 0, 0],
    );
    expect(mantelHaenszel([pooled], { confidence: 0.95, continuity: false }).interval?.lower).toBeGreaterThan(1.6);
    expect(mantelHaenszel(admissions, { confidence: 0.95, continuity: false }).oddsRatio).toBeLessThan(1);
  });

  it('says null, not Infinity or NaN, where the strata cannot tell', () => {
    const settings = { confidence: 0.95, continuity: true };
    expect(mantelHaenszel([], settings)).toEqual({ oddsRatio: null, interval: null, statistic: 0, p: 1 });
    expect(mantelHaenszel([[1, 0, 0, 0]], settings)).toEqual({ oddsRatio: null, interval: null, statistic: 0, p: 1 });
    expect(mantelHaenszel([[5, 0, 0, 5]], settings)).toMatchObject({ oddsRatio: null, interval: null });
    expect(mantelHaenszel([[0, 5, 5, 0]], settings)).toMatchObject({ oddsRatio: 0, interval: null });
    expect(() => mantelHaenszel([[1, 2, -3, 4]], settings)).toThrow('cell c of mantelHaenszel is -3');
  });
});
