import { requireAtLeast, requireCount } from '../require.ts';
import { incompleteGamma } from '../special/incomplete-gamma.ts';

/**
 * Probability of `count` events or more where `mean` are expected: P(count, mean), the incomplete gamma function
 * (NIST DLMF 8.4.10 reversed). Domain: count a whole number of at least 0, mean ≥ 0.
 * @throws RangeError outside the domain.
 */
export function poissonTail(count: number, mean: number): number {
  requireCount('count of poissonTail', count);
  requireAtLeast('mean of poissonTail', mean, 0);
  if (count === 0) return 1;
  return incompleteGamma(count, mean).lower;
}
