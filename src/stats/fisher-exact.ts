import { hypergeometricDensity } from './laws/hypergeometric-density.ts';
import { requireCells } from './require.ts';

/** Probabilities, were rows and columns unrelated, of a first cell as small, as large, or as unlikely as the one seen. */
export interface FisherExact {
  less: number;
  greater: number;
  twoSided: number;
}

/**
 * Fisher's exact test of the fourfold table with rows (a, b) and (c, d) (R. A. Fisher, 1934). Two-sided adds up every
 * table no likelier than this one; tables within 1e−7 of it count as equally likely, as in R's fisher.test.
 * Cost grows with the spread of the first cell, not with the size of the table.
 * A probability below 1e−308 comes out as 0. A table with an empty row or column gives 1.
 * @throws RangeError where a cell is no whole number of at least 0.
 */
export function fisherExact(a: number, b: number, c: number, d: number): FisherExact {
  requireCells('fisherExact', a, b, c, d);
  const marked = a + b;
  const drawn = a + c;
  const total = marked + c + d;
  const law = { marked, drawn, total, low: Math.max(0, drawn + marked - total), high: Math.min(drawn, marked) };
  const less = lowerTail(a, law);
  const greater = upperTail(a, law);
  return { less, greater, twoSided: twoSided(a, law, less, greater) };
}

interface Law {
  marked: number;
  drawn: number;
  total: number;
  /** The fewest and the most that the first cell can hold. */
  low: number;
  high: number;
}

const density = (k: number, law: Law): number => hypergeometricDensity(k, law.marked, law.drawn, law.total);

/** The likeliest first cell; below it the density rises, above it the density falls. */
function mode({ marked, drawn, total, low, high }: Law): number {
  return Math.min(high, Math.max(low, Math.floor(((marked + 1) * (drawn + 1)) / (total + 2))));
}

function twoSided(a: number, law: Law, less: number, greater: number): number {
  const peak = mode(law);
  const limit = density(a, law) * (1 + 1e-7);
  // Two neighbours may share the peak.
  if (a === peak || density(peak, law) <= limit) return 1;
  if (a > peak) return Math.min(1, greater + lowerTail(lastAtMost(limit, law, peak), law));
  return Math.min(1, less + upperTail(firstAtMost(limit, law, peak), law));
}

/** The largest k below the peak that is no likelier than the limit, or one below the lowest. */
function lastAtMost(limit: number, law: Law, peak: number): number {
  let from = law.low - 1;
  let to = peak;
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (density(middle, law) <= limit) from = middle;
    else to = middle;
  }
  return from;
}

/** The smallest k above the peak that is no likelier than the limit, or one above the highest. */
function firstAtMost(limit: number, law: Law, peak: number): number {
  let from = peak;
  let to = law.high + 1;
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (density(middle, law) <= limit) to = middle;
    else from = middle;
  }
  return to;
}

/** P(X ≤ k), added up on the side where it is small. */
function lowerTail(k: number, law: Law): number {
  if (k < law.low) return 0;
  if (k >= law.high) return 1;
  return k > mode(law) ? 1 - sumUp(k + 1, law) : sumDown(k, law);
}

/** P(X ≥ k), added up on the side where it is small. */
function upperTail(k: number, law: Law): number {
  if (k > law.high) return 0;
  if (k <= law.low) return 1;
  return k <= mode(law) ? 1 - sumDown(k - 1, law) : sumUp(k, law);
}

/** The densities from k upwards, each from the one before, until they no longer change the sum. */
function sumUp(k: number, { marked, drawn, total, high }: Law): number {
  let term = hypergeometricDensity(k, marked, drawn, total);
  let sum = term;
  for (let j = k; j < high && term > sum * 1e-18; j++) {
    term *= ((marked - j) / (j + 1)) * ((drawn - j) / (total - marked - drawn + j + 1));
    sum += term;
  }
  return Math.min(1, sum);
}

function sumDown(k: number, { marked, drawn, total, low }: Law): number {
  let term = hypergeometricDensity(k, marked, drawn, total);
  let sum = term;
  for (let j = k; j > low && term > sum * 1e-18; j--) {
    term *= (j / (marked - j + 1)) * ((total - marked - drawn + j) / (drawn - j + 1));
    sum += term;
  }
  return Math.min(1, sum);
}
