import type { BasketTable } from '../../../src/mine/itemsets/basket-table.ts';
import { createRandom } from '../../../src/stats/random.ts';

/** Baskets in which each of `items` items comes with its own chance, all chances scaled by `density`. */
export function madeUpBaskets(seed: number, baskets: number, items: number, density: number): number[][] {
  const random = createRandom(seed);
  const chances = Array.from({ length: items }, () => density * random.next());
  return Array.from({ length: baskets }, () =>
    chances.flatMap((chance, item) => (random.next() < chance ? [item] : [])),
  );
}

/** A table of the frequent items of baskets, made the plain way. */
export function plainTable(baskets: number[][], minSupport: number): BasketTable {
  const supports = new Map<number, number>();
  for (const item of baskets.flat()) supports.set(item, (supports.get(item) ?? 0) + 1);
  const frequent = [...supports].filter(([, support]) => support >= minSupport);
  frequent.sort(([left, l], [right, r]) => r - l || left - right);
  const ranks = new Map(frequent.map(([item], rank) => [item, rank]));
  const rows = baskets.map((basket) =>
    basket.flatMap((item) => ranks.get(item) ?? []).sort((left, right) => left - right),
  );
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.length);
  return {
    transactions: baskets.length,
    minSupport,
    names: frequent.map(([item]) => String(item)),
    supports: Int32Array.from(frequent, ([, support]) => support),
    ranks: Int32Array.from(rows.flat()),
    starts: Int32Array.from(starts),
  };
}

/** Every frequent itemset with its support, by trying each item in turn: slow, and plainly right. */
export function bruteForce(baskets: number[][], minSupport: number, maxSize = Infinity): Map<string, number> {
  const found = new Map<string, number>();
  const items = [...new Set(baskets.flat())].sort((left, right) => left - right);
  const grow = (set: number[], holding: number[][]): void => {
    for (const item of items) {
      if (item <= (set.at(-1) ?? -1)) continue;
      const within = holding.filter((basket) => basket.includes(item));
      if (within.length < minSupport) continue;
      found.set([...set, item].join(' '), within.length);
      if (set.length + 1 < maxSize) grow([...set, item], within);
    }
  };
  grow([], baskets);
  return found;
}
