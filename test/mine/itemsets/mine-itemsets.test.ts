import { describe, expect, it } from 'vitest';
import { mineItemsets } from '../../../src/mine/itemsets/mine-itemsets.ts';
import { bruteForce, madeUpBaskets, plainTable } from './baskets.ts';

/** The itemsets as the miner tells them, by their items in ascending order. */
function mined(
  baskets: number[][],
  minSupport: number,
  maxSize?: number,
): { found: Map<string, number>; sizes: number[] } {
  const table = plainTable(baskets, minSupport);
  const found = new Map<string, number>();
  const visit = (ranks: Int32Array, size: number, support: number): void => {
    const items = Array.from(ranks.subarray(0, size), (rank) => Number(table.names[rank]));
    const name = items.sort((left, right) => left - right).join(' ');
    if (found.has(name)) throw new Error(`The itemset ${name} was told twice.`);
    found.set(name, support);
  };
  const sizes = mineItemsets(table, maxSize === undefined ? { visit } : { visit, maxSize });
  return { found, sizes };
}

const sizesOf = (itemsets: Map<string, number>): number[] => {
  const sizes: number[] = [];
  for (const name of itemsets.keys()) {
    const size = name.split(' ').length;
    while (sizes.length <= size) sizes.push(0);
    sizes[size]! += 1;
  }
  return sizes;
};

describe('mineItemsets', () => {
  // Few and many items (bit masks, tables of subsets, long rows), sparse and dense, so that each way of mining is met.
  it.each([
    [1, 200, 8, 0.8, 20],
    [2, 60, 12, 1, 6],
    [3, 400, 25, 0.5, 12],
    [4, 150, 18, 0.9, 15],
    [5, 800, 60, 0.25, 12],
    [6, 300, 90, 0.4, 14],
    [7, 1000, 200, 0.1, 5],
    [8, 30, 14, 1.2, 2],
    [9, 500, 45, 0.7, 60],
    [10, 2000, 70, 0.35, 25],
  ])('finds what brute force finds (seed %d: %d baskets of %d items)', (seed, baskets, items, density, minSupport) => {
    const made = madeUpBaskets(seed, baskets, items, density);
    const right = bruteForce(made, minSupport);
    const { found, sizes } = mined(made, minSupport);
    expect(found).toEqual(right);
    expect(sizes).toEqual(sizesOf(right));
    expect(mineItemsets(plainTable(made, minSupport))).toEqual(sizes);
    expect(right.size).toBeGreaterThan(items / 2);
  });

  it('stops at the largest size asked for', () => {
    const made = madeUpBaskets(11, 300, 40, 0.6);
    for (const maxSize of [1, 2, 3, 4]) {
      const right = bruteForce(made, 10, maxSize);
      const { found, sizes } = mined(made, 10, maxSize);
      expect(found).toEqual(right);
      expect(sizes).toEqual(sizesOf(right));
      expect(mineItemsets(plainTable(made, 10), { maxSize })).toEqual(sizes);
    }
  });

  it('counts the subsets of items that always come together without searching them', () => {
    const together = Array.from({ length: 40 }, (_, item) => item);
    const made = [...Array.from({ length: 7 }, () => together), [0, 1], [1, 2]];
    const sizes = mineItemsets(plainTable(made, 7));
    expect(sizes[1]).toBe(40);
    expect(sizes[2]).toBe(780);
    expect(sizes[20]).toBe(137_846_528_820);
    expect(sizes.reduce((sum, count) => sum + count, 0)).toBe(2 ** 40 - 1);
  });

  it('refuses to miscount where the itemsets are more than numbers can count', () => {
    const together = Array.from({ length: 70 }, (_, item) => item);
    expect(() => mineItemsets(plainTable([together, together], 2))).toThrow('raise the minimum support');
    expect(mineItemsets(plainTable([together, together], 2), { maxSize: 2 })).toEqual([0, 70, 2415]);
  });

  it('gives the same whatever the order of the baskets', () => {
    const made = madeUpBaskets(12, 400, 50, 0.5);
    const told = (baskets: number[][]): string => JSON.stringify([...mined(baskets, 12).found]);
    expect(told([...made].reverse())).toBe(told(made));
  });

  it('finds nothing in nothing', () => {
    expect(mineItemsets(plainTable([], 1))).toEqual([]);
    expect(mineItemsets(plainTable([[], []], 1))).toEqual([]);
  });

  it('says after each item of the first level how far it is', () => {
    const steps: [number, number][] = [];
    const table = plainTable(madeUpBaskets(13, 100, 10, 0.8), 5);
    mineItemsets(table, { progress: (done, items) => steps.push([done, items]) });
    expect(steps).toEqual(table.names.map((_, index) => [index + 1, table.names.length]));
  });

  it.each([0, -1, 1.5])('refuses a largest size of %d', (maxSize) => {
    expect(() => mineItemsets(plainTable([[1]], 1), { maxSize })).toThrow(
      /largest size of an itemset is .* at least 1/,
    );
  });
});
