/** Writes a table as CSV (RFC 4180, but with plain line ends): quotes only where they are needed. */
export function writeCsv(columns: string[], rows: string[][]): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(value: string): string {
  return /[",\n\r]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
