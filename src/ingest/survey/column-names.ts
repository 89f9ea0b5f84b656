import { tidyLine } from '../bytes/tidy-text.ts';

/** Names of a table's columns as people see them: trimmed, `column 3` where blank, `Reason (2)` where met before. */
export function columnNames(header: string[]): string[] {
  const met = new Map<string, number>();
  return header.map((cell, index) => {
    const name = tidyLine(cell) || `column ${index + 1}`;
    const times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
