import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { liftBounds } from '../stats/lift-bounds.ts';
import type { Relation } from '../types.ts';
import { associationP } from './association-p.ts';

/** A pair as it was counted. */
export type CountedPair = Pick<
  Relation,
  'antecedent' | 'consequent' | 'antecedentCount' | 'consequentCount' | 'observed' | 'sentiment'
>;

/**
 * Weighs counted pairs against chance: expected count, lift with its exact bounds, p, and q over `tests`.
 * Strongest lower bound first, then by name, so that the order says nothing of how the pairs were counted.
 * @param documents texts in all.
 * @param tests how many pairs were up for testing, those counted too seldom to be listed among them.
 * @param confidence one-sided, of each bound.
 */
export function relatePairs(
  pairs: readonly CountedPair[],
  { documents, tests, confidence }: { documents: number; tests: number; confidence: number },
): Relation[] {
  const p = pairs.map((pair) => associationP(pair.observed, pair.antecedentCount, pair.consequentCount, documents));
  const q = benjaminiHochberg(p, tests);
  const relations = pairs.map((pair, index) => {
    const expected = (pair.antecedentCount * pair.consequentCount) / documents;
    const { lift, lower, upper } = liftBounds(pair.observed, expected, confidence);
    // Written out, since spreading is slow and there are tens of thousands.
    return {
      antecedent: pair.antecedent,
      consequent: pair.consequent,
      documents,
      antecedentCount: pair.antecedentCount,
      consequentCount: pair.consequentCount,
      observed: pair.observed,
      expected,
      lift,
      lower,
      upper,
      p: p[index]!,
      q: q[index]!,
      sentiment: pair.sentiment,
    };
  });
  return relations.sort(
    (left, right) =>
      right.lower - left.lower ||
      compare(left.antecedent, right.antecedent) ||
      compare(left.consequent, right.consequent),
  );
}

/** By code units: the same on every machine, whatever its language. */
const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
