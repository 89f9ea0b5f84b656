import { noDelimiter, tableDelimiter } from './cells.ts';
import { lineBreakOf } from './scan-record.ts';

/** Where a table's header starts, and how its cells are parted. */
export interface HeaderStart {
  start: number;
  /** Lines above the header: titles, blank lines, Excel's `sep=;`. */
  linesAbove: number;
  delimiter: string;
  /** Whether `sep=` said the delimiter. */
  said: boolean;
  /** Byte that ends a line. */
  lineBreak: number;
}

/** Exports put a few lines of title at most above their table. */
const MOST_TITLES = 6;

/** Rows that must be as wide as a header for the lines above it to be titles. */
const ROWS_BELOW = 3;

interface Line {
  start: number;
  number: number;
  text: string;
}

/**
 * Finds the header of a table in UTF-8: the first line that is not blank, unless it is Excel's `sep=;` or a title (a
 * single cell above a table of at least three columns). @returns null where every line is blank.
 */
export function findHeader(head: Buffer): HeaderStart | null {
  const lineBreak = lineBreakOf(head);
  const lines = firstLines(head, lineBreak);
  const separator = /^"?sep=(.)"?$/.exec(lines[0]?.text ?? '')?.[1];
  const written = separator ? lines.slice(1) : lines;
  const [first] = written;
  if (!first) return null;
  const header = separator ? first : (belowTitles(written) ?? first);
  return {
    start: header.start,
    linesAbove: header.number,
    delimiter: separator ?? tableDelimiter(header.text),
    said: separator !== undefined,
    lineBreak,
  };
}

/** The first lines that are not blank, without spaces around them. */
function firstLines(head: Buffer, lineBreak: number): Line[] {
  const lines: Line[] = [];
  let start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  for (let number = 0; start < head.length && lines.length < MOST_TITLES + ROWS_BELOW + 1; number++) {
    const found = head.indexOf(lineBreak, start);
    const end = found < 0 ? head.length : found;
    const text = head.toString('utf8', start, end).replace(/[ \r\n]+$/, '');
    if (text !== '') lines.push({ start, number, text });
    start = end + 1;
  }
  return lines;
}

function belowTitles(lines: Line[]): Line | null {
  for (const [index, line] of lines.slice(0, MOST_TITLES).entries()) {
    const cells = cellsOf(line.text);
    if (cells.filter((cell) => cell.trim() !== '').length > 1) {
      const below = lines.slice(index + 1, index + 1 + ROWS_BELOW);
      const even = below.length === ROWS_BELOW && below.every(({ text }) => cellsOf(text).length === cells.length);
      // "Late, again" is an answer in a table of one column: programs write no space behind the comma.
      return index > 0 && cells.length >= 3 && even && !line.text.includes(', ') ? line : null;
    }
  }
  return null;
}

function cellsOf(line: string): string[] {
  const outside = line.replace(/"(?:[^"]|"")*"/g, 'x');
  const delimiter = tableDelimiter(line);
  return delimiter === noDelimiter ? [outside] : outside.split(delimiter);
}
