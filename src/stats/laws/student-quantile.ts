import { requireBetweenZeroAndOne, requirePositive } from '../require.ts';
import { normalQuantile } from './normal-quantile.ts';
import { studentTail } from './student-tail.ts';

/**
 * The t below which a Student variable with `degrees` of freedom falls with the given probability: from 200 degrees on
 * by the expansion of Abramowitz and Stegun, 26.7.5 (good to nine digits there), below by halving a bracket.
 * Domain 0 < probability < 1, degrees > 0.
 * @throws RangeError outside the domain.
 */
export function studentQuantile(probability: number, degrees: number): number {
  requireBetweenZeroAndOne('probability of studentQuantile', probability);
  requirePositive('degrees of studentQuantile', degrees);
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees);
  if (probability === 0.5) return 0;
  const z = normalQuantile(probability);
  if (degrees >= 200) return expansion(z, degrees);
  const tail = 1 - probability;
  let low = 0;
  let high = 1 + z;
  while (studentTail(high, degrees) > tail) high *= 2;
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentTail(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function expansion(z: number, degrees: number): number {
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}
