import type { NightlyPipeline } from '../pipeline.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import type { CategorySet } from '../types/findings.ts';
import type { CodedFields } from './coded/field-coder.ts';
import type { TextRows } from './coded/text-rows.ts';
import type { BasketTable } from './itemsets/basket-table.ts';
import { mineItemsets } from './itemsets/mine-itemsets.ts';
import { type Itemset, productiveItemsets } from './itemsets/productive-itemsets.ts';

/**
 * Sets of three categories or more that go together beyond what their parts explain, without what follows from smaller
 * sets, at a false discovery rate over every set of that size that was frequent enough.
 * @param parents the category above each: a set with one above another says nothing that it does not say without.
 * @returns the least likely first, then by names.
 */
export function categorySets(
  rows: TextRows,
  coded: CodedFields,
  settings: NightlyPipeline['sets'] & { falseDiscoveries: number },
  parents: ReadonlyMap<string, string | null>,
): CategorySet[] {
  const { minimumShare, minimumTexts, largest, mostFrequent, most, falseDiscoveries } = settings;
  let support = Math.max(minimumTexts, Math.ceil(minimumShare * rows.texts));
  let table = basketsOf(rows, coded, support);
  while (countSets(table, largest) > mostFrequent) {
    support *= 2;
    table = basketsOf(rows, coded, support);
  }
  const frequent = listSets(table, largest);
  const larger = frequent.filter(({ items }) => items.length > 2 && !holdsBranch(items, parents));
  const kept = productiveItemsets(frequent, rows.texts, 1).filter(
    ({ items }) => items.length > 2 && !holdsBranch(items, parents),
  );
  const q = benjaminiHochberg(
    kept.map(({ p }) => p),
    larger.length,
  );
  return kept
    .map(({ items, support: observed, expected, p }, at) => {
      return { categories: [...items].sort(), observed, expected, lift: observed / expected, p, q: q[at]! };
    })
    .filter((set) => set.q <= falseDiscoveries)
    .sort((left, right) => left.p - right.p || right.lift - left.lift || (nameOf(left) < nameOf(right) ? -1 : 1))
    .slice(0, most);
}

const nameOf = ({ categories }: CategorySet): string => categories.join('\u0000');

function holdsBranch(items: readonly string[], parents: ReadonlyMap<string, string | null>): boolean {
  return items.some((item) => {
    for (let at = parents.get(item) ?? null; at !== null; at = parents.get(at) ?? null) {
      if (items.includes(at)) return true;
    }
    return false;
  });
}

/** The texts as transactions, only categories of at least `minSupport` texts among their items. */
function basketsOf(rows: TextRows, coded: CodedFields, minSupport: number): BasketTable {
  const supports = new Int32Array(rows.categories.length);
  rows.each(coded, ({ categories }) => {
    for (const category of categories) supports[category]! += 1;
  });
  const frequent = [...rows.categories.keys()]
    .filter((category) => supports[category]! >= minSupport)
    .sort(
      (one, other) => supports[other]! - supports[one]! || (rows.categories[one]! < rows.categories[other]! ? -1 : 1),
    );
  const ranks = new Int32Array(rows.categories.length).fill(-1);
  for (const [rank, category] of frequent.entries()) ranks[category] = rank;
  const items = new Int32Array(frequent.reduce((sum, category) => sum + supports[category]!, 0));
  const starts = [0];
  let length = 0;
  rows.each(coded, ({ categories }) => {
    const first = length;
    for (const category of categories) if (ranks[category]! >= 0) items[length++] = ranks[category]!;
    if (length === first) return;
    items.subarray(first, length).sort();
    starts.push(length);
  });
  return {
    transactions: rows.texts,
    minSupport,
    names: frequent.map((category) => rows.categories[category]!),
    supports: Int32Array.from(frequent, (category) => supports[category]!),
    ranks: items,
    starts: Int32Array.from(starts),
  };
}

function countSets(table: BasketTable, maxSize: number): number {
  return table.names.length === 0 ? 0 : mineItemsets(table, { maxSize }).reduce((sum, sets) => sum + sets, 0);
}

function listSets(table: BasketTable, maxSize: number): Itemset[] {
  if (table.names.length === 0) return [];
  const sets: Itemset[] = [];
  mineItemsets(table, {
    maxSize,
    visit: (ranks, size, support) =>
      sets.push({ items: Array.from(ranks.subarray(0, size), (rank) => table.names[rank]!), support }),
  });
  return sets;
}
