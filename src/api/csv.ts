/** What a cell may hold; a moment is written as text before. */
export type Cell = string | number | null;

/**
 * Rows as CSV by RFC 4180, with a line of names first. Text that a spreadsheet would take for a formula is made plain by
 * an apostrophe before it: names come from customers and vocabularies, and a formula can reach the network.
 */
export function writeCsv(names: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [names, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // OWASP's list of beginnings; a tab and a carriage return are stripped by some programs, and what follows then counts.
  const plain = /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
