/** A median with the bounds between which that of all lies with 95 %; null bounds below six values, a null median for none. */
export interface MedianInterval {
  count: number;
  median: number | null;
  lower: number | null;
  upper: number | null;
}

/** Each tail beyond the bounds. */
const tail = 0.025;
/** From so many values on, the binomial law is as good as normal. */
const many = 1000;

/**
 * The median, and an interval by order statistics that asks nothing of the values' law (W. J. Conover, Practical
 * Nonparametric Statistics, 3.2). @param values are sorted in place.
 */
export function medianInterval(values: number[]): MedianInterval {
  const sorted = values.sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return { count, median: null, lower: null, upper: null };
  const median = ((sorted[Math.floor((count - 1) / 2)] ?? 0) + (sorted[Math.ceil((count - 1) / 2)] ?? 0)) / 2;
  const below = outside(count);
  if (below === 0) return { count, median, lower: null, upper: null };
  return { count, median, lower: sorted[below - 1] ?? null, upper: sorted[count - below] ?? null };
}

/** The most values that may be left out at either end: P(X < it) is at most the tail, for X of Binomial(count, ½). */
function outside(count: number): number {
  if (count > many) return Math.floor((count - 1.959964 * Math.sqrt(count)) / 2);
  let probability = 0.5 ** count;
  let sum = probability;
  let values = 0;
  while (sum <= tail) {
    values++;
    probability *= (count - values + 1) / values;
    sum += probability;
  }
  return values;
}
