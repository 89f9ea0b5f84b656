import { fisherExact } from '../stats/fisher-exact.ts';
import { gTest } from '../stats/g-test.ts';

/** Below this the chi-squared law misleads: the rule of W. G. Cochran (Biometrics 10, 1954). */
const smallestExpected = 5;

/**
 * Two-sided p of no association between two categories, from the texts with either, with both and in all:
 * Fisher's exact test where an expected cell is below 5, the G² test elsewhere.
 * @throws RangeError where the counts do not fit into one another.
 */
export function associationP(observed: number, count: number, otherCount: number, documents: number): number {
  const neither = documents - count - otherCount + observed;
  const rarer = Math.min(count, documents - count);
  const otherRarer = Math.min(otherCount, documents - otherCount);
  const small = rarer * (otherRarer / documents) < smallestExpected;
  if (small) return fisherExact(observed, count - observed, otherCount - observed, neither).twoSided;
  return gTest(observed, count - observed, otherCount - observed, neither).p;
}
