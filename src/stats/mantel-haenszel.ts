import { chiSquaredTail } from './laws/chi-squared-tail.ts';
import { normalQuantile } from './laws/normal-quantile.ts';
import { requireBetweenZeroAndOne, requireCells } from './require.ts';

/** One stratum's fourfold table, rows (a, b) and (c, d). */
export type Stratum = readonly [a: number, b: number, c: number, d: number];

export interface MantelHaenszel {
  /** Common odds ratio over the strata; null where no stratum can tell it, or a zero makes it infinite. */
  oddsRatio: number | null;
  /** Two-sided interval of the odds ratio; null where its variance cannot be told. */
  interval: { lower: number; upper: number } | null;
  /** Cochran–Mantel–Haenszel chi-squared with one degree of freedom, and its p; 0 and 1 where no stratum can tell. */
  statistic: number;
  p: number;
}

/**
 * Association of two marks with a third held fixed (N. Mantel and W. Haenszel, Journal of the National Cancer Institute
 * 22, 1959): odds ratio Σ(ad/n) / Σ(bc/n), its interval by Robins, Breslow and Greenland (Biometrics 42, 1986), and
 * (|Σ(a − E a)| − ½)² / ΣVar a, the ½ only with the continuity correction (never beyond the difference itself).
 * Strata of fewer than two texts say nothing and are passed over.
 * @throws RangeError where a cell is no whole number of at least 0, or the confidence lies outside 0 to 1.
 */
export function mantelHaenszel(
  strata: readonly Stratum[],
  { confidence, continuity }: { confidence: number; continuity: boolean },
): MantelHaenszel {
  requireBetweenZeroAndOne('confidence of mantelHaenszel', confidence);
  for (const cells of strata) requireCells('mantelHaenszel', ...cells);
  const told = strata.filter(([a, b, c, d]) => a + b + c + d >= 2);
  const { oddsRatio, variance } = commonOddsRatio(told);
  const z = normalQuantile((1 + confidence) / 2);
  const factor = variance === null ? null : Math.exp(z * Math.sqrt(variance));
  const bounded = oddsRatio !== null && factor !== null && Number.isFinite(factor * oddsRatio);
  return {
    oddsRatio,
    interval: bounded ? { lower: oddsRatio / factor, upper: oddsRatio * factor } : null,
    ...chiSquared(told, continuity),
  };
}

/** The common odds ratio and the variance of its logarithm. */
function commonOddsRatio(strata: readonly Stratum[]): { oddsRatio: number | null; variance: number | null } {
  let [r, s, pr, psqr, qs] = [0, 0, 0, 0, 0];
  for (const [a, b, c, d] of strata) {
    const n = a + b + c + d;
    const diagonal = (a * d) / n;
    const other = (b * c) / n;
    const agree = (a + d) / n;
    r += diagonal;
    s += other;
    pr += agree * diagonal;
    psqr += agree * other + (1 - agree) * diagonal;
    qs += (1 - agree) * other;
  }
  if (s === 0) return { oddsRatio: null, variance: null };
  if (r === 0) return { oddsRatio: 0, variance: null };
  return { oddsRatio: r / s, variance: pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s) };
}

function chiSquared(strata: readonly Stratum[], continuity: boolean): { statistic: number; p: number } {
  let difference = 0;
  let variance = 0;
  for (const [a, b, c, d] of strata) {
    const n = a + b + c + d;
    difference += a - (a + b) * ((a + c) / n);
    variance += (((a + b) / n) * ((c + d) / n) * (a + c) * (b + d)) / (n - 1);
  }
  if (variance === 0) return { statistic: 0, p: 1 };
  const distance = Math.abs(difference);
  const statistic = (distance - (continuity ? Math.min(0.5, distance) : 0)) ** 2 / variance;
  return { statistic, p: chiSquaredTail(statistic, 1) };
}
