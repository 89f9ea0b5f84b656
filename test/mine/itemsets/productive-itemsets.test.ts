import { describe, expect, it } from 'vitest';
import { productiveItemsets } from '../../../src/mine/itemsets/productive-itemsets.ts';
import { createRandom } from '../../../src/stats/random.ts';
import { bruteForce, madeUpBaskets } from './baskets.ts';

const itemsetsOf = (baskets: number[][], minSupport: number) =>
  [...bruteForce(baskets, minSupport)].map(([name, support]) => ({ items: name.split(' '), support }));

const kept = (baskets: number[][], minSupport = 20, level = 1e-4): string[] =>
  productiveItemsets(itemsetsOf(baskets, minSupport), baskets.length, level).map(({ items }) => items.join(' '));

describe('productiveItemsets', () => {
  it('keeps a planted pair and drops the threes that only add an item of no matter', () => {
    const random = createRandom(1);
    const baskets = Array.from({ length: 1000 }, () => {
      const both = random.next() < 0.2;
      return [
        ...(both || random.next() < 0.1 ? [1] : []),
        ...(both || random.next() < 0.1 ? [2] : []),
        ...(random.next() < 0.5 ? [3] : []),
      ];
    });
    expect(itemsetsOf(baskets, 20).some(({ items }) => items.join(' ') === '1 2 3')).toBe(true);
    expect(kept(baskets)).toEqual(['1 2']);
  });

  it('keeps a planted three whose every part is surprised by the rest', () => {
    const random = createRandom(2);
    const baskets = Array.from({ length: 1000 }, () =>
      random.next() < 0.1 ? [1, 2, 3] : [1, 2, 3].filter(() => random.next() < 0.1),
    );
    expect(kept(baskets)).toEqual(['1 2', '1 2 3', '1 3', '2 3']);
  });

  it('drops a three in which one item follows from another', () => {
    const random = createRandom(3);
    // Item 2 always comes with item 1.
    const baskets = Array.from({ length: 1000 }, () => {
      const one = random.next() < 0.3;
      const three = random.next() < (one ? 0.6 : 0.1);
      return [...(one ? [1, 2] : []), ...(three ? [3] : [])];
    });
    expect(kept(baskets)).toEqual(['1 2', '1 3', '2 3']);
  });

  it('keeps next to nothing of baskets filled by chance', () => {
    const baskets = madeUpBaskets(4, 1000, 15, 0.5);
    expect(itemsetsOf(baskets, 20).length).toBeGreaterThan(100);
    expect(kept(baskets)).toEqual([]);
  });

  it('says which part it misses', () => {
    expect(() => productiveItemsets([{ items: ['a', 'b'], support: 5 }], 10, 0.05)).toThrow('{a} is missing');
    expect(productiveItemsets([], 0, 0.05)).toEqual([]);
  });
});
