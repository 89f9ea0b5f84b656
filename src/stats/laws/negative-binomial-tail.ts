import { requireAtLeast, requireCount } from '../require.ts';
import { incompleteBeta } from '../special/incomplete-beta.ts';
import { poissonTail } from './poisson-tail.ts';

/**
 * Probability of `count` events or more under a negative binomial law of the given mean and variance
 * mean + dispersion · mean²: I_p(count, 1/dispersion) with p = mean·dispersion / (1 + mean·dispersion)
 * (NIST DLMF 8.17.24; Cameron and Trivedi's NB2). Dispersion 0 is the Poisson law.
 * Domain: count a whole number of at least 0, mean ≥ 0, dispersion ≥ 0.
 * @throws RangeError outside the domain.
 */
export function negativeBinomialTail(count: number, mean: number, dispersion: number): number {
  requireCount('count of negativeBinomialTail', count);
  requireAtLeast('mean of negativeBinomialTail', mean, 0);
  requireAtLeast('dispersion of negativeBinomialTail', dispersion, 0);
  const excess = mean * dispersion;
  // Below this the two laws differ by less than numbers can say.
  if (excess < 1e-12) return poissonTail(count, mean);
  if (count === 0) return 1;
  return incompleteBeta(excess / (1 + excess), count, 1 / dispersion, 1 / (1 + excess));
}
