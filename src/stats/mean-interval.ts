import { studentQuantile } from './laws/student-quantile.ts';
import { requireBetweenZeroAndOne, requireCount } from './require.ts';

/**
 * A mean with Student's two-sided interval, from how many values there are, their sum, and the sum of their squares.
 * @returns null bounds for fewer than two values, a null mean for none.
 * @throws RangeError for a count that is none, or a confidence outside 0 to 1.
 */
export function meanInterval(
  count: number,
  sum: number,
  squares: number,
  confidence: number,
): { mean: number | null; lower: number | null; upper: number | null } {
  requireCount('count of meanInterval', count);
  requireBetweenZeroAndOne('confidence of meanInterval', confidence);
  if (count === 0) return { mean: null, lower: null, upper: null };
  const mean = sum / count;
  if (count === 1) return { mean, lower: null, upper: null };
  // Rounding may leave a variance of nothing a hair below it.
  const variance = Math.max(0, (squares - sum * mean) / (count - 1));
  const reach = studentQuantile((1 + confidence) / 2, count - 1) * Math.sqrt(variance / count);
  return { mean, lower: mean - reach, upper: mean + reach };
}
