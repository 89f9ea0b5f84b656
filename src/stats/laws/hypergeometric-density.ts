import { binomialDensity } from './binomial-density.ts';

/**
 * Probability of `hits` marked ones among `drawn` of `total`, of which `marked` are marked, drawn without putting back.
 * As a ratio of three binomials (C. Loader, 2000), so that millions keep their digits.
 * Domain: whole numbers, max(0, drawn + marked − total) ≤ hits ≤ min(drawn, marked) ≤ total, unchecked.
 */
export function hypergeometricDensity(hits: number, marked: number, drawn: number, total: number): number {
  if (drawn === 0 || drawn === total) return 1;
  const p = drawn / total;
  const q = (total - drawn) / total;
  const inside = binomialDensity(hits, marked, p, q);
  const outside = binomialDensity(drawn - hits, total - marked, p, q);
  return (inside * outside) / binomialDensity(drawn, total, p, q);
}
