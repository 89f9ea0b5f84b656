import type { NightlyPipeline } from '../pipeline.ts';
import type { Relation } from '../types.ts';
import type { PairCounter } from './pair-counter.ts';
import { type CountedPair, relatePairs } from './relate-pairs.ts';

/**
 * The relations between the categories that a counter has met: every pair named together by at least
 * `minimumObserved` texts, with observed and expected counts, lift and its bounds, p, q, and the mean sentiment of the
 * joint texts. An upper bound below 1 marks a pair that texts avoid naming together.
 *
 * - A category and one above it in the same branch are left out: they go together by definition.
 * - The antecedent is the name that comes first by code units; lift knows no direction.
 * - q counts every pair that could have been named together often enough, p = 1 for those that were not: to count only
 *   the pairs that were would let chance choose which tests to own up to, and find too much.
 * - The same texts in any order give the same relations in the same order.
 *
 * @param parents the category above each, or null; categories not listed have none.
 * @throws RangeError where `minimumObserved` is no whole number of at least 1, or `confidence` is not between 0 and 1;
 * Error where the parents run in a circle.
 */
export function countedRelations(
  counter: PairCounter,
  settings: Pick<NightlyPipeline['pairs'], 'minimumObserved' | 'confidence'>,
  parents: ReadonlyMap<string, string | null> = new Map(),
): Relation[] {
  const { minimumObserved, confidence } = settings;
  if (!Number.isSafeInteger(minimumObserved) || minimumObserved < 1) {
    throw new RangeError(`minimumObserved is ${minimumObserved}; it should be a whole number of at least 1.`);
  }
  const above = ancestors(counter.categories, parents);
  const pairs: CountedPair[] = [];
  counter.eachPair(minimumObserved, (category, other, observed, sentimentSum) => {
    const [left, right] = [counter.categories[category]!, counter.categories[other]!];
    if (above.get(left)?.has(right) || above.get(right)?.has(left)) return;
    const [first, second] = left < right ? [category, other] : [other, category];
    pairs.push({
      antecedent: counter.categories[first]!,
      consequent: counter.categories[second]!,
      antecedentCount: counter.count(first),
      consequentCount: counter.count(second),
      observed,
      sentiment: sentimentSum / observed,
    });
  });
  const { tests } = testablePairs(counter, minimumObserved, parents);
  return relatePairs(pairs, { documents: counter.documents, tests, confidence });
}

/**
 * Pairs outside one branch whose two categories are each frequent enough to be named together `minimum` times: how many
 * there are, and the places of each, that of the first name by code units first.
 */
export function testablePairs(
  counter: PairCounter,
  minimum: number,
  parents: ReadonlyMap<string, string | null>,
): { tests: number; pairs: Iterable<[first: number, second: number]> } {
  const { categories } = counter;
  const above = ancestors(categories, parents);
  const frequent = [...categories.keys()].filter((index) => counter.count(index) >= minimum);
  const names = new Set(frequent.map((index) => categories[index]!));
  let tests = (frequent.length * (frequent.length - 1)) / 2;
  for (const name of names) {
    for (const ancestor of above.get(name) ?? []) if (names.has(ancestor)) tests -= 1;
  }
  function* pairs(): Generator<[number, number]> {
    const sorted = frequent.sort((one, other) => (categories[one]! < categories[other]! ? -1 : 1));
    for (const [at, first] of sorted.entries()) {
      for (const second of sorted.slice(at + 1)) {
        const [left, right] = [categories[first]!, categories[second]!];
        if (!above.get(left)?.has(right) && !above.get(right)?.has(left)) yield [first, second];
      }
    }
  }
  return { tests, pairs: pairs() };
}

/** Every category above each, up to the root. @throws Error where a category is above itself. */
function ancestors(
  categories: readonly string[],
  parents: ReadonlyMap<string, string | null>,
): Map<string, Set<string>> {
  const above = new Map<string, Set<string>>();
  for (const category of categories) {
    const chain = new Set<string>();
    for (let at = parents.get(category) ?? null; at !== null; at = parents.get(at) ?? null) {
      if (at === category || chain.has(at))
        throw new Error(`The category "${at}" is above itself; a branch has an end.`);
      chain.add(at);
    }
    if (chain.size > 0) above.set(category, chain);
  }
  return above;
}
