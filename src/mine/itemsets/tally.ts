/** Told of each itemset: the first `size` of `ranks` (in no order, good only during the call), and its support. */
export type VisitItemset = (ranks: Int32Array, size: number, support: number) => void;

/**
 * Where a miner writes what it finds: the itemset that it stands at (`prefix`), and the items that every transaction of
 * that itemset holds as well (`extensions`). Each subset of the extensions, joined to the prefix, is an itemset of the
 * same support, so none of them is searched for: they are counted by binomial coefficients.
 */
export interface Tally {
  readonly maxSize: number;
  readonly visits: boolean;
  /** Itemsets found so far, by size. */
  readonly bySize: readonly number[];
  readonly size: number;
  push(rank: number): void;
  pop(): void;
  extend(rank: number): void;
  /** Takes back the last `count` extensions. */
  retract(count: number): void;
  /** Counts the prefix with every subset of the extensions. */
  emit(support: number): void;
  /** Counts `itemsets` sets of `more` items beyond the prefix, each with every subset of the extensions. Not for visits. */
  emitCounted(more: number, itemsets: number): void;
}

/** @throws RangeError once there are more itemsets of one size than whole numbers can count. */
export function createTally(maxSize: number, visit: VisitItemset | null): Tally {
  const bySize: number[] = [];
  const prefix: number[] = [];
  const extensions: number[] = [];
  let scratch = new Int32Array(64);

  const emitCounted = (more: number, itemsets: number): void => {
    let ways = itemsets;
    for (let taken = 0; taken <= extensions.length; taken++) {
      const size = prefix.length + more + taken;
      if (size > maxSize) return;
      while (bySize.length <= size) bySize.push(0);
      bySize[size] = countable(bySize[size]! + ways);
      ways = (ways * (extensions.length - taken)) / (taken + 1);
    }
  };

  const visitSubsets = (from: number, size: number, support: number): void => {
    visit?.(scratch, size, support);
    if (size === maxSize) return;
    for (let next = from; next < extensions.length; next++) {
      scratch[size] = extensions[next]!;
      visitSubsets(next + 1, size + 1, support);
    }
  };

  const emit = (support: number): void => {
    emitCounted(0, 1);
    if (!visit || prefix.length > maxSize) return;
    if (scratch.length < prefix.length + extensions.length) {
      scratch = new Int32Array(2 * (prefix.length + extensions.length));
    }
    for (let index = 0; index < prefix.length; index++) scratch[index] = prefix[index]!;
    visitSubsets(0, prefix.length, support);
  };

  return {
    maxSize,
    visits: visit !== null,
    bySize,
    get size() {
      return prefix.length;
    },
    push: (rank) => void prefix.push(rank),
    pop: () => void prefix.pop(),
    extend: (rank) => void extensions.push(rank),
    retract: (count) => {
      extensions.length -= count;
    },
    emit,
    emitCounted,
  };
}

function countable(itemsets: number): number {
  if (itemsets <= Number.MAX_SAFE_INTEGER) return itemsets;
  throw new RangeError(
    'There are more than 9 million billion frequent itemsets of one size; raise the minimum support.',
  );
}
