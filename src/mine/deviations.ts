import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { topicIndicator } from '../stats/topic-indicator.ts';
import { associationP } from './association-p.ts';

/** A cell of a table of categories (rows) against groups of texts (columns), such as months or segments. */
export interface Deviation {
  category: string;
  group: string;
  observed: number;
  expected: number;
  /** (O − E)/√E: above 2 or below −2 is unusual, from 3 worth a look. */
  indicator: number;
  /** Two-sided p that the cell is what its row and column let one expect. */
  p: number;
  /** Benjamini–Hochberg over every cell of the table. */
  q: number;
}

/**
 * Which category stands out in which group, against the whole table: expected = row · column / table, as IBM's Content
 * Miner has it, with an exact or G² test of each cell against the rest. Rows and columns of nothing are left out.
 * The table counts mentions: a text in several cells counts in each, so E is of the shown table, not of all texts.
 * @param counts of each category by group.
 * @returns the cells, the furthest from expected first, then by category and group.
 * @throws RangeError where a count is no whole number of at least 0.
 */
export function deviations(counts: ReadonlyMap<string, ReadonlyMap<string, number>>): Deviation[] {
  const columns = new Map<string, number>();
  const rows = new Map<string, number>();
  let table = 0;
  for (const [category, byGroup] of counts) {
    for (const [group, count] of byGroup) {
      if (!Number.isSafeInteger(count) || count < 0) {
        throw new RangeError(
          `The count of "${category}" in "${group}" is ${count}; it should be a whole number from 0.`,
        );
      }
      rows.set(category, (rows.get(category) ?? 0) + count);
      columns.set(group, (columns.get(group) ?? 0) + count);
      table += count;
    }
  }
  const cells: Omit<Deviation, 'q'>[] = [];
  for (const [category, row] of rows) {
    for (const [group, column] of columns) {
      if (row === 0 || column === 0) continue;
      const observed = counts.get(category)?.get(group) ?? 0;
      const p = associationP(observed, row, column, table);
      cells.push({ category, group, observed, ...topicIndicator(observed, row, column, table), p });
    }
  }
  const q = benjaminiHochberg(cells.map(({ p }) => p));
  return cells.map((cell, index) => ({ ...cell, q: q[index]! })).sort(furthestFirst);
}

function furthestFirst(left: Deviation, right: Deviation): number {
  const byDistance = Math.abs(right.indicator) - Math.abs(left.indicator);
  if (byDistance !== 0) return byDistance;
  const [one, other] = [`${left.category}\u0000${left.group}`, `${right.category}\u0000${right.group}`];
  return one < other ? -1 : Number(one > other);
}
