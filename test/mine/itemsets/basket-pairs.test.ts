import { describe, expect, it } from 'vitest';
import { basketPairs } from '../../../src/mine/itemsets/basket-pairs.ts';
import { bruteForce, madeUpBaskets, plainTable } from './baskets.ts';

describe('basketPairs', () => {
  it('weighs every frequent pair once, the strongest lower bound first', () => {
    const baskets = madeUpBaskets(31, 600, 40, 0.4);
    const table = plainTable(baskets, 10);
    const pairs = basketPairs(table, 0.99);
    const right = [...bruteForce(baskets, 10, 2)].filter(([name]) => name.includes(' '));
    const found = pairs.map(({ antecedent, consequent, observed }): [string, number] => {
      const [low, high] = [Number(antecedent), Number(consequent)].sort((left, other) => left - other);
      return [`${low} ${high}`, observed];
    });
    expect(new Map(found)).toEqual(new Map(right));
    expect(pairs.map(({ lower }) => lower)).toEqual(
      pairs.map(({ lower }) => lower).sort((left, other) => other - left),
    );
    for (const pair of pairs) {
      expect(pair.expected).toBeCloseTo((pair.antecedentCount * pair.consequentCount) / 600, 10);
      expect(pair.antecedentCount).toBeGreaterThanOrEqual(pair.consequentCount);
      expect(pair.lower).toBeLessThan(pair.lift);
    }
  });

  it('finds a planted pair beyond doubt, and no other', () => {
    const baskets = madeUpBaskets(32, 2000, 20, 0.3).map((basket, index) =>
      index % 10 === 0 ? [...basket, 100, 101] : basket,
    );
    const found = basketPairs(plainTable(baskets, 20), 0.99).filter(({ lower, q }) => lower > 1 && q < 0.05);
    expect(found.map(({ antecedent, consequent }) => [antecedent, consequent])).toEqual([['100', '101']]);
  });

  it('finds none among items that never meet', () => {
    expect(basketPairs(plainTable([[1], [2], [1], [2]], 1), 0.99)).toEqual([]);
  });
});
