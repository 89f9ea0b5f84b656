import { requireBetweenZeroAndOne, requirePositive } from '../require.ts';
import { incompleteGamma } from '../special/incomplete-gamma.ts';
import { logGamma } from '../special/log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';
import { poissonDensity } from './poisson-density.ts';

/**
 * The x below which a chi-squared variable with `degrees` of freedom falls with the given probability.
 * Wilson and Hilferty's cube (Proceedings of the National Academy of Sciences 17, 1931) as a first guess, then Halley's
 * method on the incomplete gamma function, kept inside a bracket. Domain 0 < probability < 1, degrees > 0.
 * @throws RangeError outside the domain.
 */
export function chiSquaredQuantile(probability: number, degrees: number): number {
  requireBetweenZeroAndOne('probability of chiSquaredQuantile', probability);
  requirePositive('degrees of chiSquaredQuantile', degrees);
  return 2 * gammaQuantile(probability, degrees / 2);
}

function gammaQuantile(probability: number, a: number): number {
  let x = firstGuess(probability, a);
  if (x < 1e-20) return x;
  let low = 0;
  let high = Number.MAX_VALUE;
  for (let turn = 0; turn < 200; turn++) {
    const excess = excessProbability(x, a, probability);
    if (excess > 0) high = Math.min(high, x);
    else low = Math.max(low, x);
    const next = x - halleyStep(x, a, excess);
    const inside = next >= low && next <= high;
    const better = inside ? next : middle(low, high);
    // Half a unit in the last place back and forth is as near as numbers come.
    if (excess === 0 || Math.abs(better - x) <= 4e-16 * x) return better;
    x = better;
  }
  return x;
}

/** P(a, x) − probability, taken on the smaller tail so that it keeps its digits. */
function excessProbability(x: number, a: number, probability: number): number {
  const { lower, upper } = incompleteGamma(a, x);
  return probability < 0.5 ? lower - probability : 1 - probability - upper;
}

/** Newton's step, bent by the density's slope (a − 1)/x − 1; the bend is bounded so that it never turns the step. */
function halleyStep(x: number, a: number, excess: number): number {
  const density = (poissonDensity(a, x) * a) / x;
  const newton = excess / density;
  return newton / (1 - 0.5 * Math.min(1, newton * ((a - 1) / x - 1)));
}

const middle = (low: number, high: number): number => (high === Number.MAX_VALUE ? 2 * low + 1 : (low + high) / 2);

function firstGuess(probability: number, a: number): number {
  const ninth = 1 / (9 * a);
  const cube = a * (1 - ninth + normalQuantile(probability) * Math.sqrt(ninth)) ** 3;
  if (cube > 0.1 * a) return cube;
  // Far down P(a, x) is nearly xᵃ / Γ(a + 1), to x of itself; it may be too small for a number, and then 0.
  return Math.exp((Math.log(probability) + logGamma(a + 1)) / a);
}
