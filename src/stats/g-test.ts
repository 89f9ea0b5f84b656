import { chiSquaredTail } from './laws/chi-squared-tail.ts';
import { requireCells } from './require.ts';
import { deviance } from './special/deviance.ts';

/**
 * Likelihood-ratio test of independence of the fourfold table with rows (a, b) and (c, d): G² = 2 Σ O ln(O/E), chi-squared
 * with one degree of freedom (Sokal and Rohlf, Biometry, chapter 17; Dunning 1993 for texts). Two-sided.
 * Since ΣO = ΣE it is added up as 2 Σ [O ln(O/E) + E − O], whose parts are never negative, so nothing cancels.
 * Trust it where every expected cell is 5 or more. A table with an empty row or column gives G² 0 and p 1.
 * @throws RangeError where a cell is no whole number of at least 0.
 */
export function gTest(a: number, b: number, c: number, d: number): { statistic: number; p: number } {
  requireCells('gTest', a, b, c, d);
  const total = a + b + c + d;
  if ((a + b) * (c + d) === 0 || (a + c) * (b + d) === 0) return { statistic: 0, p: 1 };
  const part = (cell: number, row: number, column: number): number => deviance(cell, row * (column / total));
  const statistic = 2 * (part(a, a + b, a + c) + part(b, a + b, b + d) + part(c, c + d, a + c) + part(d, c + d, b + d));
  return { statistic, p: chiSquaredTail(statistic, 1) };
}
