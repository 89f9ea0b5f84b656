import { incompleteGamma } from '../special/incomplete-gamma.ts';

/**
 * Probability that a standard normal variable exceeds z: ½ Q(½, z²/2) for z ≥ 0 (NIST DLMF 7.11.2), exact far into the tail.
 * Domain: any finite z.
 * @throws RangeError where z is not finite.
 */
export function normalTail(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z >= 0 ? 0.5 * upper : 0.5 + 0.5 * lower;
}
