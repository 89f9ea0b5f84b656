import { describe, expect, it } from 'vitest';
import { type StratumCounts, stratifiedRelation } from '../../src/mine/stratified.ts';

const stratum = (value: string, [a, b, c, d]: [number, number, number, number]): StratumCounts => ({
  value,
  documents: a + b + c + d,
  antecedentCount: a + b,
  consequentCount: a + c,
  observed: a,
});

describe('stratifiedRelation', () => {
  it('holds where the association is there within every region', () => {
    const found = stratifiedRelation(
      [stratum('north', [60, 40, 100, 800]), stratum('south', [30, 20, 150, 1800])],
      0.99,
    );
    expect(found.verdict).toBe('holds');
    expect(found.oddsRatio).toBeGreaterThan(5);
  });

  it('vanishes where the field alone made it', () => {
    // Both categories are common in one segment and rare in the other, and independent within each.
    const found = stratifiedRelation(
      [stratum('business', [250, 250, 250, 250]), stratum('home', [10, 90, 90, 810])],
      0.99,
    );
    expect(found.pooled).toBeGreaterThan(2);
    expect(found.oddsRatio).toBeCloseTo(1, 1);
    expect(found.verdict).toBe('vanishes');
  });

  it("reverses in Simpson's paradox: the kidney stones of Charig et al. (1986)", () => {
    // Open surgery against success, by size of stone; over all, success looks rarer after open surgery.
    const patients = [stratum('small', [81, 6, 234, 36]), stratum('large', [192, 71, 55, 25])];
    const found = stratifiedRelation(patients, 0.99);
    expect(found.pooled).toBeCloseTo(0.748, 3);
    expect(found.oddsRatio).toBeGreaterThan(1.3);
    expect(found.verdict).toBe('vanishes');
    // The same shares in ten times as many patients leave no doubt.
    const more = [stratum('small', [810, 60, 2340, 360]), stratum('large', [1920, 710, 550, 250])];
    expect(stratifiedRelation(more, 0.99).verdict).toBe('reverses');
  });

  it('is unclear where strata are thin, empty or absent', () => {
    expect(stratifiedRelation([], 0.99)).toEqual({
      verdict: 'unclear',
      pooled: null,
      oddsRatio: null,
      interval: null,
      p: 1,
    });
    expect(stratifiedRelation([stratum('one', [1, 0, 0, 1])], 0.99).verdict).toBe('unclear');
    expect(stratifiedRelation([stratum('a', [2, 1, 1, 3]), stratum('b', [1, 1, 1, 2])], 0.99).verdict).toBe('unclear');
  });

  it('refuses counts that do not fit', () => {
    const wrong = { value: 'east', documents: 10, antecedentCount: 4, consequentCount: 3, observed: 5 };
    expect(() => stratifiedRelation([wrong], 0.99)).toThrow('The stratum "east" counts 10 texts');
  });
});
