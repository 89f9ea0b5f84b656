import type { NightlyPipeline } from '../../pipeline.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { liftBounds } from '../../stats/lift-bounds.ts';
import { meanInterval } from '../../stats/mean-interval.ts';
import type { CodedRelation } from '../../types/findings.ts';
import { associationP } from '../association-p.ts';
import type { CodedFields } from './field-coder.ts';
import type { TextRows } from './text-rows.ts';

/**
 * Which categories go with which values of coded data, over the texts that have the field: a field that only surveys
 * have must not show how surveys differ. Listed are pairs that meet in `minimumObserved` texts, and those that should
 * have met in `minimumExpected` and hardly did. q counts every pair frequent enough on both sides.
 * @returns the strongest lower bound first, then by names.
 */
export function codedRelations(
  rows: TextRows,
  coded: CodedFields,
  settings: Pick<NightlyPipeline['pairs'], 'minimumObserved' | 'minimumExpected' | 'confidence'>,
): CodedRelation[] {
  const counts = countCells(rows, coded);
  const found: Omit<CodedRelation, 'q'>[] = [];
  let tests = 0;
  for (const [value, described] of coded.values.entries()) {
    const documents = counts.fields[coded.fieldOf[value]!]!;
    const valueCount = counts.values[value]!;
    for (const [place, category] of rows.categories.entries()) {
      const cell = place * coded.values.length + value;
      const categoryCount = counts.within[place * coded.fields.length + coded.fieldOf[value]!]!;
      if (Math.min(categoryCount, valueCount) < settings.minimumObserved) continue;
      tests += 1;
      const observed = counts.both[cell]!;
      const expected = (categoryCount * valueCount) / documents;
      if (observed < settings.minimumObserved && expected < settings.minimumExpected) continue;
      const scale = { sum: counts.sums[cell]! / 1e4, squares: counts.squares[cell]! / 1e8 };
      const { mean, lower, upper } = meanInterval(observed, scale.sum, scale.squares, settings.confidence);
      found.push({
        ...{ category, ...described, documents, categoryCount, valueCount, observed, expected },
        ...liftBounds(observed, expected, settings.confidence),
        p: associationP(observed, categoryCount, valueCount, documents),
        ...{ sentiment: mean, sentimentLower: lower, sentimentUpper: upper, stability: null },
      });
    }
  }
  const q = benjaminiHochberg(
    found.map(({ p }) => p),
    tests,
  );
  return found.map((pair, at) => ({ ...pair, q: q[at]! })).sort(strongestFirst);
}

/** Texts by field, by value, by category within each field, by category and value, with their sentiments. */
function countCells(rows: TextRows, coded: CodedFields) {
  const [values, fields, categories] = [coded.values.length, coded.fields.length, rows.categories.length];
  const counts = {
    fields: new Int32Array(fields),
    values: new Int32Array(values),
    within: new Int32Array(categories * fields),
    both: new Int32Array(categories * values),
    sums: new Float64Array(categories * values),
    squares: new Float64Array(categories * values),
  };
  rows.each(coded, (row) => {
    const { sentiment } = row;
    for (const value of row.values) {
      const field = coded.fieldOf[value]!;
      counts.fields[field]! += 1;
      counts.values[value]! += 1;
      for (const category of row.categories) {
        const cell = category * values + value;
        counts.within[category * fields + field]! += 1;
        counts.both[cell]! += 1;
        counts.sums[cell]! += sentiment;
        counts.squares[cell]! += sentiment * sentiment;
      }
    }
  });
  return counts;
}

const nameOf = ({ category, field, label }: CodedRelation): string => `${category}\u0000${field}\u0000${label}`;

function strongestFirst(left: CodedRelation, right: CodedRelation): number {
  return right.lower - left.lower || (nameOf(left) < nameOf(right) ? -1 : 1);
}
