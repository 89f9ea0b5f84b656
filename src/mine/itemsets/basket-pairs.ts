import type { Relation } from '../../types.ts';
import { type CountedPair, relatePairs } from '../relate-pairs.ts';
import type { BasketTable } from './basket-table.ts';
import { mineItemsets } from './mine-itemsets.ts';

/**
 * Two items and how often transactions hold both, against what chance would give; `Relation` says what each number is.
 * The antecedent is the more frequent of the two.
 */
export type ItemPair = Omit<Relation, 'documents' | 'sentiment'>;

/**
 * The frequent pairs of a table, strongest lower bound of lift first. q counts every pair of frequent items, those that
 * meet too seldom among them.
 * @param confidence one-sided, of each bound, such as 0.99.
 */
export function basketPairs(table: BasketTable, confidence: number): ItemPair[] {
  const pairs: CountedPair[] = [];
  const visit = (ranks: Int32Array, size: number, observed: number): void => {
    if (size !== 2) return;
    const [first, second] = [Math.min(ranks[0]!, ranks[1]!), Math.max(ranks[0]!, ranks[1]!)];
    pairs.push({
      antecedent: table.names[first]!,
      consequent: table.names[second]!,
      antecedentCount: table.supports[first]!,
      consequentCount: table.supports[second]!,
      observed,
      sentiment: 0,
    });
  };
  mineItemsets(table, { maxSize: 2, visit });
  const tests = (table.names.length * (table.names.length - 1)) / 2;
  const relations = relatePairs(pairs, { documents: table.transactions, tests, confidence });
  return relations.map(({ documents: _documents, sentiment: _sentiment, ...pair }) => pair);
}
