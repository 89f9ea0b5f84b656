import { requireCount } from './require.ts';

/**
 * IBM Content Miner's topic indicator (Deviations): how far a cell of a table stands out from its row and column,
 * r = (O − E)/√E with E = row · column / table, the Pearson residual. |r| above 2 is unusual, from 3 worth a look.
 * @throws RangeError where the counts do not fit into one another or E is 0.
 */
export function topicIndicator(
  observed: number,
  row: number,
  column: number,
  table: number,
): { expected: number; indicator: number } {
  for (const [name, count] of Object.entries({ observed, row, column, table })) {
    requireCount(`${name} of topicIndicator`, count);
  }
  if (observed > row || observed > column || row > table || column > table || row === 0 || column === 0) {
    throw new RangeError(
      `topicIndicator got cell ${observed}, row ${row}, column ${column}, table ${table}; ` +
        'a cell lies within its row and column, these within the table, and neither is empty.',
    );
  }
  const expected = (row * column) / table;
  return { expected, indicator: (observed - expected) / Math.sqrt(expected) };
}
