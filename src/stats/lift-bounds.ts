import { chiSquaredQuantile } from './laws/chi-squared-quantile.ts';
import { requireBetweenZeroAndOne, requireCount, requirePositive } from './require.ts';

/**
 * Lift O/E with exact one-sided bounds, O taken as Poisson (F. Garwood, Biometrika 28, 1936):
 * lower = ½ χ²⁻¹(1 − confidence; 2O) / E, upper = ½ χ²⁻¹(confidence; 2O + 2) / E.
 * A lower bound above 1 is evidence that the two go together, an upper bound below 1 that they avoid each other.
 * @param confidence of each bound, such as 0.99.
 * @throws RangeError unless O is a whole number of at least 0, E is above 0, and 0 < confidence < 1.
 */
export function liftBounds(
  observed: number,
  expected: number,
  confidence: number,
): { lift: number; lower: number; upper: number } {
  requireCount('observed of liftBounds', observed);
  requirePositive('expected of liftBounds', expected);
  requireBetweenZeroAndOne('confidence of liftBounds', confidence);
  return {
    lift: observed / expected,
    lower: observed === 0 ? 0 : chiSquaredQuantile(1 - confidence, 2 * observed) / (2 * expected),
    upper: chiSquaredQuantile(confidence, 2 * observed + 2) / (2 * expected),
  };
}
