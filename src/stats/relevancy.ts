import { requireCount, requirePositive } from './require.ts';

/**
 * IBM Content Miner's relevancy of a pair, (O − 2.326 √O) / E: a normal approximation to the 99 % lower bound of lift.
 * Beside `liftBounds`, which is exact for small counts, it is for comparing with IBM's figures.
 * @throws RangeError unless O is a whole number of at least 0 and E is above 0.
 */
export function relevancy(observed: number, expected: number): number {
  requireCount('observed of relevancy', observed);
  requirePositive('expected of relevancy', expected);
  return (observed - 2.326 * Math.sqrt(observed)) / expected;
}
