import { requireCount, requirePositive } from './require.ts';

/**
 * IBM Content Miner's trend indicator: r = (O − E)/√E, where E is what the category's own past lets one expect.
 * |r| above 2 is unusual, from 3 worth a look.
 * @throws RangeError unless O is a whole number of at least 0 and E is above 0.
 */
export function trendIndicator(observed: number, expected: number): number {
  requireCount('observed of trendIndicator', observed);
  requirePositive('expected of trendIndicator', expected);
  return (observed - expected) / Math.sqrt(expected);
}
