import { fisherExact } from '../../stats/fisher-exact.ts';

/** A frequent itemset and how many transactions hold it. */
export interface Itemset {
  items: readonly string[];
  support: number;
}

/** An itemset of two items or more. */
export interface ProductiveItemset extends Itemset {
  /** The largest p of its partitions: the weakest reason to believe in it. */
  p: number;
  /** Transactions that would hold it by chance, by the partition that expects most. */
  expected: number;
}

/** Beyond this an itemset has too many partitions to test (2^14 halves). */
const mostItems = 15;

/**
 * Frees a list of frequent itemsets of what follows from smaller ones (G. I. Webb, "Self-sufficient itemsets", ACM
 * Transactions on Knowledge Discovery from Data 4, 2010). Kept are itemsets that are
 *
 * - productive: for every way of parting them in two, the parts meet more often than chance, by Fisher's exact test at
 *   `level` (bread, butter and a pen do not stay because bread and butter do);
 * - not redundant: no item can be left out without more transactions coming in (an item that always comes with another
 *   in the set says nothing).
 *
 * @param itemsets every frequent itemset, since the parts of each are looked up among them.
 * @returns the kept ones, in the order given.
 * @throws Error where a part is missing, RangeError for an itemset of more than 15 items.
 */
export function productiveItemsets(
  itemsets: readonly Itemset[],
  transactions: number,
  level: number,
): ProductiveItemset[] {
  const supports = new Map(itemsets.map(({ items, support }) => [keyOf(items), support]));
  const supportOf = (items: readonly string[]): number => {
    const support = supports.get(keyOf(items));
    if (support === undefined)
      throw new Error(`The itemset {${items.join(', ')}} is missing among the frequent itemsets.`);
    return support;
  };
  const kept: ProductiveItemset[] = [];
  for (const itemset of itemsets) {
    if (itemset.items.length < 2 || isRedundant(itemset, supportOf)) continue;
    const { p, expected } = weakestPartition(itemset, transactions, level, supportOf);
    if (p <= level) kept.push({ ...itemset, p, expected });
  }
  return kept;
}

const keyOf = (items: readonly string[]): string => [...items].sort().join('\u0000');

function isRedundant({ items, support }: Itemset, supportOf: (items: readonly string[]) => number): boolean {
  return items.length > 2 && items.some((item) => supportOf(items.filter((other) => other !== item)) === support);
}

/** The largest p and expected count over all partitions in two, up to the first p above the level: one is enough. */
function weakestPartition(
  { items, support }: Itemset,
  transactions: number,
  level: number,
  supportOf: (items: readonly string[]) => number,
): { p: number; expected: number } {
  if (items.length > mostItems) {
    throw new RangeError(`An itemset has ${items.length} items; partitions are tested for ${mostItems} at most.`);
  }
  const weakest = { p: 0, expected: 0 };
  // The first item stays in the first part, so that each partition is met once.
  for (let other = 1; other < 1 << (items.length - 1); other++) {
    const inOther = (index: number): boolean => index > 0 && ((other >> (index - 1)) & 1) === 1;
    const first = supportOf(items.filter((_, index) => !inOther(index)));
    const second = supportOf(items.filter((_, index) => inOther(index)));
    const neither = transactions - first - second + support;
    const { greater } = fisherExact(support, first - support, second - support, neither);
    weakest.p = Math.max(weakest.p, greater);
    weakest.expected = Math.max(weakest.expected, (first / transactions) * second);
    if (weakest.p > level) return weakest;
  }
  return weakest;
}
