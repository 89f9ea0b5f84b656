import { chiSquaredTail } from './laws/chi-squared-tail.ts';
import { requireCount } from './require.ts';

/** How far two distributions over the same values lie apart. */
export interface PopulationStability {
  /** Population stability index, 0 where the shares are equal; practice takes from 0.1 as a shift, from 0.25 as a large one. */
  index: number;
  /** Chance of an index this large were both samples of one distribution. */
  p: number;
}

/**
 * Population stability index of counts, Σ (a − b)·ln(a/b) over the shares, with half an observation added to each value so
 * that none is 0. Times nm/(n + m) it follows χ² with one degree of freedom less than values, were nothing changed
 * (B. Yurdakul, Statistical Properties of Population Stability Index, 2018).
 * @param before counts a value, in the same order as `after`.
 * @throws RangeError for lists of different length, fewer than two values, or an empty side.
 */
export function populationStability(before: number[], after: number[]): PopulationStability {
  for (const count of [...before, ...after]) requireCount('a count of populationStability', count);
  const [n, m] = [before, after].map((counts) => counts.reduce((sum, count) => sum + count, 0)) as [number, number];
  if (before.length !== after.length || before.length < 2 || n === 0 || m === 0) {
    throw new RangeError(
      `populationStability got ${before.length} and ${after.length} values with ${n} and ${m} observations; ` +
        'it needs the same two values or more, and observations on both sides.',
    );
  }
  const half = before.length / 2;
  const index = before.reduce((sum, count, at) => {
    const a = (count + 0.5) / (n + half);
    const b = (after[at]! + 0.5) / (m + half);
    return sum + (a - b) * Math.log(a / b);
  }, 0);
  return { index, p: chiSquaredTail((index * n * m) / (n + m), before.length - 1) };
}
