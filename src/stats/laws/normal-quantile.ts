import { requireBetweenZeroAndOne } from '../require.ts';
import { normalTail } from './normal-tail.ts';

/**
 * The z below which a standard normal variable falls with the given probability.
 * A rational first guess (Abramowitz and Stegun, 26.2.23), then Halley's method on the tail, to about 1e−15.
 * Domain 0 < probability < 1.
 * @throws RangeError outside the domain.
 */
export function normalQuantile(probability: number): number {
  requireBetweenZeroAndOne('probability of normalQuantile', probability);
  if (probability === 0.5) return 0;
  return probability < 0.5 ? -upperQuantile(probability) : upperQuantile(1 - probability);
}

/** The z > 0 that is exceeded with the given probability below ½. */
function upperQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = Math.max(0, t - numerator / denominator);
  // The guess is within 4.5e−4 and each step triples its digits.
  for (let turn = 0; turn < 3; turn++) {
    const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    const newton = (normalTail(z) - tail) / density;
    z += newton / (1 - 0.5 * z * newton);
  }
  return z;
}
