import { normalQuantile } from './laws/normal-quantile.ts';
import { requireBetweenZeroAndOne, requireCount } from './require.ts';

/**
 * Interval for a share, from how many of `trials` succeeded (E. B. Wilson, Journal of the American Statistical
 * Association 22, 1927): (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n), within 0 to 1.
 * `confidence` is two-sided, such as 0.95.
 * @throws RangeError for no trials, more successes than trials, or a confidence outside 0 to 1.
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  confidence: number,
): { lower: number; upper: number } {
  requireCount('successes of wilsonInterval', successes);
  requireCount('trials of wilsonInterval', trials);
  requireBetweenZeroAndOne('confidence of wilsonInterval', confidence);
  if (trials === 0 || successes > trials) {
    throw new RangeError(`wilsonInterval got ${successes} successes of ${trials} trials; a share needs trials.`);
  }
  const z = normalQuantile((1 + confidence) / 2);
  const share = successes / trials;
  const centre = share + (z * z) / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return {
    lower: successes === 0 ? 0 : Math.max(0, (centre - half) / scale),
    upper: successes === trials ? 1 : Math.min(1, (centre + half) / scale),
  };
}
