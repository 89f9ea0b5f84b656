import { deviance } from '../special/deviance.ts';
import { stirlingError } from '../special/stirling-error.ts';

/**
 * Γ(n+1) / (Γ(x+1) Γ(n−x+1)) · pˣ qⁿ⁻ˣ: the probability of x successes in n trials, for any real x and n as the beta
 * distribution wants it. `q` = 1 − p is asked for because subtracting would lose its digits where p is near 1.
 * Loader's saddle-point form (C. Loader, 2000). Domain 0 ≤ x ≤ n, 0 ≤ p ≤ 1, unchecked.
 */
export function binomialDensity(x: number, n: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return x === n ? 1 : 0;
  if (n === 0) return 1;
  if (x === 0) return Math.exp(-deviance(n, n * q) - n * p);
  if (x === n) return Math.exp(-deviance(n, n * p) - n * q);
  const errors = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  const exponent = errors - deviance(x, n * p) - deviance(n - x, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * (n - x)));
}
