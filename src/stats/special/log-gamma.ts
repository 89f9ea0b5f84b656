import { requirePositive } from '../require.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Natural logarithm of the gamma function: Stirling's formula with its error term (NIST DLMF 5.11.1).
 * Domain x > 0. Relative error about 1e−15, absolute near the zeros at 1 and 2.
 * @throws RangeError for x ≤ 0 or not finite.
 */
export function logGamma(x: number): number {
  requirePositive('x of logGamma', x);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingError(x);
}
