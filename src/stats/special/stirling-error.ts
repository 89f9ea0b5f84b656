/** Below this the series is reached by stepping upwards; at 16 its first omitted term is under 2e−18. */
const seriesFrom = 16;

/**
 * What Stirling's formula leaves out: δ(x) = ln Γ(x + 1) − [(x + ½) ln x − x + ½ ln 2π].
 * Asymptotic series 1/12x − 1/360x³ + … (NIST Digital Library of Mathematical Functions 5.11.1); small x are reached by
 * δ(x) = δ(x + 1) + (x + ½) ln(1 + 1/x) − 1. Its point (Loader, "Fast and accurate computation of binomial
 * probabilities", 2000): densities of large counts keep all digits that ln Γ would cancel away.
 * Domain x > 0, unchecked; absolute error about 1e−15.
 */
export function stirlingError(x: number): number {
  let steps = 0;
  let at = x;
  for (; at < seriesFrom; at += 1) steps += (at + 0.5) * Math.log1p(1 / at) - 1;
  const s = 1 / (at * at);
  const series = 1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360_360))));
  return steps + series / at;
}
