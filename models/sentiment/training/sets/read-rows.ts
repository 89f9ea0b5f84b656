import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The rows of a table with a header, by column. */
export function readRows(path: string, delimiter = ','): Record<string, string>[] {
  return parse(readFileSync(path), {
    columns: true,
    bom: true,
    delimiter,
    quote: delimiter === '\t' ? null : '"',
    relax_quotes: true,
    relax_column_count: true,
  });
}
