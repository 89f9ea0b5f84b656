import type { NightlyPipeline } from '../pipeline.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { liftBounds } from '../stats/lift-bounds.ts';
import type { Apart } from '../types/findings.ts';
import type { Relation } from '../types.ts';
import { associationP } from './association-p.ts';
import { testablePairs } from './counted-relations.ts';
import type { PairCounter } from './pair-counter.ts';

/**
 * Pairs of categories that texts avoid naming together: expected in `minimumExpected` texts at least, and the upper bound
 * of lift is below 1; also those never met at all, which no list of pairs that were met can show. q counts every pair
 * that was up for testing, the relations among them.
 * @returns the lowest upper bound first, then by names.
 */
export function pairsApart(
  counter: PairCounter,
  settings: Pick<NightlyPipeline['pairs'], 'minimumObserved' | 'minimumExpected' | 'confidence'>,
  parents: ReadonlyMap<string, string | null>,
  relations: readonly Pick<Relation, 'antecedent' | 'consequent' | 'p'>[],
): Apart[] {
  const { documents } = counter;
  const met = metCounts(counter);
  const { tests, pairs } = testablePairs(counter, settings.minimumObserved, parents);
  const found: Omit<Apart, 'q'>[] = [];
  for (const [first, second] of pairs) {
    const [antecedentCount, consequentCount] = [counter.count(first), counter.count(second)];
    const expected = (antecedentCount / documents) * consequentCount;
    const observed = met.get(cellOf(first, second)) ?? 0;
    if (expected < settings.minimumExpected || observed >= expected) continue;
    const { lift, upper } = liftBounds(observed, expected, settings.confidence);
    if (upper >= 1) continue;
    const names = { antecedent: counter.categories[first]!, consequent: counter.categories[second]! };
    const p = associationP(observed, antecedentCount, consequentCount, documents);
    found.push({ ...names, antecedentCount, consequentCount, observed, expected, lift, upper, p });
  }
  const listed = new Set(found.map(nameOf));
  const others = relations.filter((relation) => !listed.has(nameOf(relation)));
  const q = benjaminiHochberg(
    [...found, ...others].map(({ p }) => p),
    tests,
  );
  return found
    .map((pair, at) => ({ ...pair, q: q[at]! }))
    .sort((left, right) => left.upper - right.upper || (nameOf(left) < nameOf(right) ? -1 : 1));
}

const nameOf = ({ antecedent, consequent }: Pick<Apart, 'antecedent' | 'consequent'>): string =>
  `${antecedent}\u0000${consequent}`;

const cellOf = (one: number, other: number): number => Math.max(one, other) * 0x100000000 + Math.min(one, other);

function metCounts(counter: PairCounter): Map<number, number> {
  const met = new Map<number, number>();
  counter.eachPair(1, (one, other, observed) => met.set(cellOf(one, other), observed));
  return met;
}
