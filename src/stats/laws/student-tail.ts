import { requirePositive } from '../require.ts';
import { incompleteBeta } from '../special/incomplete-beta.ts';

/**
 * Probability that a Student variable with `degrees` of freedom exceeds t: ½ I(ν/(ν + t²); ν/2, ½) for t ≥ 0
 * (NIST DLMF 8.17.18). Domain: any finite t, degrees > 0.
 * @throws RangeError outside the domain.
 */
export function studentTail(t: number, degrees: number): number {
  if (!Number.isFinite(t)) throw new RangeError(`t of studentTail is ${t}; it should be a finite number.`);
  requirePositive('degrees of studentTail', degrees);
  const square = t * t;
  const beyond = 0.5 * incompleteBeta(degrees / (degrees + square), degrees / 2, 0.5, square / (degrees + square));
  return t >= 0 ? beyond : 1 - beyond;
}
