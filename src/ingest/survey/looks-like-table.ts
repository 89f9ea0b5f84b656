import { fits, sampleRecords, scanRecordWhole, tableLayout } from './read-table.ts';

/**
 * Whether the beginning of a file is a table with a header. A name like `.csv` is taken at its word when there is a
 * header. Otherwise there must be two columns or more, column names (short, all different, no numbers or sentences),
 * at least two rows, and nine rows of ten as wide as the header: prose with commas is none.
 */
export function looksLikeTable(head: Buffer, ended: boolean, name: string): boolean {
  const layout = tableLayout(head, ended);
  if (!layout) return false;
  if (/\.(csv|tsv|tab)$/i.test(name)) return true;
  const { columns, delimiter } = layout;
  // "Hello, Bob" is no header: programs write no space behind the comma.
  if (delimiter === ',' && head.toString('utf8', 0, layout.header.end).includes(', ')) return false;
  if (columns.length < 2 || new Set(columns).size < columns.length || !columns.every(looksLikeName)) return false;
  const records = sampleRecords(head, ended, layout, 50);
  const whole = records.filter((record) => fits(scanRecordWhole(record, layout), columns.length));
  return records.length >= 2 && whole.length >= records.length * 0.9;
}

function looksLikeName(column: string): boolean {
  return column.length <= 80 && !/^[\d.,-]+$/.test(column) && !/[.!]$|^\S+@\S+$|https?:/.test(column);
}
