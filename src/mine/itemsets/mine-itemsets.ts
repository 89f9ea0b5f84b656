import type { BasketTable } from './basket-table.ts';
import { createTally, type VisitItemset } from './tally.ts';
import { createWideMiner } from './wide-miner.ts';

export interface MiningSettings {
  /** Largest itemset to look for. */
  maxSize?: number;
  /** Told of every itemset; without it they are only counted, which is much quicker where there are many. */
  visit?: VisitItemset;
  /** Told how many of the items, from the most frequent on, are done. */
  progress?: (done: number, items: number) => void;
}

/**
 * All itemsets that at least `table.minSupport` transactions hold.
 * @returns how many there are of each size: the number at place n is of itemsets of n items (0 at place 0).
 * @throws RangeError for a maximal size below 1, or where the itemsets of one size are more than numbers can count.
 */
export function mineItemsets(table: BasketTable, settings: MiningSettings = {}): number[] {
  const { maxSize = Number.MAX_SAFE_INTEGER, visit, progress } = settings;
  if (!Number.isSafeInteger(maxSize) || maxSize < 1) {
    throw new RangeError(`The largest size of an itemset is ${maxSize}; it should be a whole number of at least 1.`);
  }
  const tally = createTally(maxSize, visit ?? null);
  const items = table.names.length;
  const mine = createWideMiner(table.minSupport, tally, progress && ((done) => progress(done, items)));
  const rows = { items: table.ranks, starts: table.starts, length: table.starts.length - 1 };
  mine(
    rows,
    Int32Array.from({ length: items }, (_, rank) => rank),
    table.supports,
  );
  return [...tally.bySize];
}
