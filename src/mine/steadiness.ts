import type { NightlyPipeline } from '../pipeline.ts';
import { liftBounds } from '../stats/lift-bounds.ts';
import { meanInterval } from '../stats/mean-interval.ts';
import { createRandom } from '../stats/random.ts';
import type { CodedFields } from './coded/field-coder.ts';
import { groupCount, type TextRows } from './coded/text-rows.ts';

/** A pair to look at: two categories, or a category and a value of coded data; by their names and places. */
export interface PairToResample {
  antecedent: number;
  /** Place of a category, or of a value where `field` says of which field. */
  consequent: number;
  field: number | null;
}

export interface PairSteadiness {
  stability: number;
  sentimentLower: number | null;
  sentimentUpper: number | null;
}

/**
 * How firm pairs stand. Customers are parted into 50 groups, and as many groups are drawn anew with replacement, again
 * and again (the block bootstrap of B. Efron and R. Tibshirani, 1993): `stability` is the share of draws in which the lower
 * bound of lift stays above 1. Whole customers are drawn, since one who writes forty times is one opinion: a pair that
 * hangs on a single customer falls whenever that customer is not drawn. The same seed gives the same shares.
 * @returns one for each pair, in their order.
 */
export function steadiness(
  rows: TextRows,
  coded: CodedFields,
  pairs: readonly PairToResample[],
  { resamples, seed, confidence }: NightlyPipeline['steadiness'],
): PairSteadiness[] {
  if (pairs.length === 0) return [];
  const counts = countGroups(rows, coded, pairs);
  const draws = drawGroups(resamples, seed);
  return pairs.map((_, pair) => {
    const firm = draws.filter((times) => isAboveChance(counts, pair, times, confidence)).length;
    const { texts, sum, squares } = counts.joint[pair]!;
    const { lower, upper } = meanInterval(texts, sum / 1e4, squares / 1e8, confidence);
    return { stability: firm / resamples, sentimentLower: lower, sentimentUpper: upper };
  });
}

/** Texts, texts with either and with both, by pair and group: four numbers a cell. */
interface GroupCounts {
  cells: Int32Array;
  joint: { texts: number; sum: number; squares: number }[];
}

function countGroups(rows: TextRows, coded: CodedFields, pairs: readonly PairToResample[]): GroupCounts {
  const cells = new Int32Array(pairs.length * groupCount * 4);
  const joint = pairs.map(() => ({ texts: 0, sum: 0, squares: 0 }));
  const named = new Uint8Array(rows.categories.length);
  const valued = new Uint8Array(coded.values.length);
  const fielded = new Uint8Array(coded.fields.length);
  const mark = (categories: Int32Array, values: readonly number[], to: 0 | 1): void => {
    for (const category of categories) named[category] = to;
    for (const value of values) {
      valued[value] = to;
      fielded[coded.fieldOf[value]!] = to;
    }
  };
  rows.each(coded, ({ categories, values, sentiment, group }) => {
    mark(categories, values, 1);
    for (let pair = 0; pair < pairs.length; pair++) {
      const { antecedent, consequent, field } = pairs[pair]!;
      if (field !== null && fielded[field] === 0) continue;
      const cell = (pair * groupCount + group) * 4;
      const [one, other] = [named[antecedent]!, field === null ? named[consequent]! : valued[consequent]!];
      cells[cell]! += 1;
      cells[cell + 1]! += one;
      cells[cell + 2]! += other;
      if ((one & other) === 0) continue;
      cells[cell + 3]! += 1;
      joint[pair]!.texts += 1;
      joint[pair]!.sum += sentiment;
      joint[pair]!.squares += sentiment * sentiment;
    }
    mark(categories, values, 0);
  });
  return { cells, joint };
}

/** How often each group is drawn, for every resample. */
function drawGroups(resamples: number, seed: number): Uint8Array[] {
  const random = createRandom(seed);
  return Array.from({ length: resamples }, () => {
    const times = new Uint8Array(groupCount);
    for (let draw = 0; draw < groupCount; draw++) times[random.below(groupCount)]! += 1;
    return times;
  });
}

function isAboveChance({ cells }: GroupCounts, pair: number, times: Uint8Array, confidence: number): boolean {
  let [texts, one, other, both] = [0, 0, 0, 0];
  for (let group = 0; group < groupCount; group++) {
    const cell = (pair * groupCount + group) * 4;
    texts += times[group]! * cells[cell]!;
    one += times[group]! * cells[cell + 1]!;
    other += times[group]! * cells[cell + 2]!;
    both += times[group]! * cells[cell + 3]!;
  }
  if (both === 0) return false;
  return liftBounds(both, (one * other) / texts, confidence).lower > 1;
}
