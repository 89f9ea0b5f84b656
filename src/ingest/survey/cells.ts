import { parse } from 'csv-parse/sync';

/** A table of one column has no delimiter; NUL stands for it, which no row that is read can hold. */
export const noDelimiter = '\0';

/**
 * Reads delimited text into rows of cells; rows may be ragged, and a stray quote inside a cell stays as it is. With
 * `quotes: false` every quote is a character like any other.
 * @param lineBreak the byte that ends lines, as `lineBreakOf` tells it.
 * @throws Error where a quote is not closed.
 */
export function readCells(text: string, delimiter: string, lineBreak: number, { quotes = true } = {}): string[][] {
  try {
    return parse(text, {
      delimiter,
      quote: quotes ? '"' : null,
      record_delimiter: lineBreak === 13 ? '\r' : ['\r\n', '\n'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch {
    // With these options an open quote is all that the parser still minds.
    throw new Error('A quote is opened and never closed; double the quotes inside a cell, or take it out.');
  }
}

/**
 * The delimiter of a table, told from its header alone, so that each row can be read with nothing but its header: of tab,
 * semicolon and comma, the one that occurs most outside quotes.
 */
export function tableDelimiter(header: string): string {
  const outside = header.replace(/"(?:[^"]|"")*"/g, '');
  const delimiters = ['\t', ';', ','];
  const counts = delimiters.map((delimiter) => outside.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? noDelimiter : delimiters[counts.indexOf(most)]!;
}
