/**
 * x ln(x/m) + m − x: how far x lies from m, as a Poisson variable sees it (half its deviance). Never negative.
 * Near m the two parts cancel; there, with v = (x − m)/(x + m), it is (x − m)v + 2x(v³/3 + v⁵/5 + …)
 * (Loader, "Fast and accurate computation of binomial probabilities", 2000).
 * Domain x ≥ 0, m > 0, unchecked.
 */
export function deviance(x: number, m: number): number {
  if (x === 0) return m;
  const v = (x - m) / (x + m);
  if (Math.abs(v) >= 0.1) return x * Math.log(x / m) + m - x;
  const v2 = v * v;
  let term = 2 * x * v;
  let sum = (x - m) * v;
  for (let odd = 3; ; odd += 2) {
    term *= v2;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
