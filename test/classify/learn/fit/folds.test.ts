import { describe, expect, it } from 'vitest';
import { dealFolds } from '../../../../src/classify/learn/fit/folds.ts';

describe('folds', () => {
  const groups = Array.from({ length: 103 }, (_, row) => (row % 10 === 0 ? 'rare' : 'common'));

  it('have the same size, and each its share of every group', () => {
    const folds = dealFolds(groups, 5, 1);
    for (let fold = 0; fold < 5; fold += 1) {
      const rows = groups.filter((_, row) => folds[row] === fold);
      expect(Math.abs(rows.length - 103 / 5)).toBeLessThan(1);
      expect(Math.abs(rows.filter((group) => group === 'rare').length - 11 / 5)).toBeLessThan(1);
    }
  });

  it('depend on the seed, and not on what the groups are called', () => {
    const renamed = groups.map((group) => (group === 'rare' ? 'aaa' : 'zzz'));
    expect(dealFolds(renamed, 5, 1)).toEqual(dealFolds(groups, 5, 1));
    expect(dealFolds(groups, 5, 2)).not.toEqual(dealFolds(groups, 5, 1));
  });
});
