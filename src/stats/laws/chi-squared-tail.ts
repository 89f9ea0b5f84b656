import { incompleteGamma } from '../special/incomplete-gamma.ts';

/**
 * Probability that a chi-squared variable with `degrees` of freedom exceeds x: Q(degrees/2, x/2) (NIST DLMF 8.2.4).
 * Domain x ≥ 0, degrees > 0.
 * @throws RangeError outside the domain.
 */
export function chiSquaredTail(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2).upper;
}
