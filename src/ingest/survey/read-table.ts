import { readCells, tableDelimiter } from './cells.ts';
import { columnNames } from './column-names.ts';
import { lineBreakOf, type RecordBounds, scanRecord } from './scan-record.ts';

/** How a delimited file is laid out: told from its beginning, and the same again from its header with any one row. */
export interface TableLayout {
  delimiter: string;
  /** Byte that ends a line. */
  lineBreak: number;
  /** Where the header ends in the file, with its line break and without. Excel's `sep=;` may stand before it. */
  header: { end: number; bodyEnd: number };
  columns: string[];
}

interface Start {
  start: number;
  delimiter: string;
  lineBreak: number;
}

/** Where the header starts, below a byte order mark, blank lines and Excel's `sep=;`; null where there is none. */
function findStart(head: Buffer): Start | null {
  const lineBreak = lineBreakOf(head);
  let start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  let said: string | null = null;
  for (;;) {
    const found = head.indexOf(lineBreak, start);
    const lineEnd = found < 0 ? head.length : found;
    const line = head.toString('utf8', start, lineEnd).trim();
    const separator = /^"?sep=(.)"?$/.exec(line)?.[1];
    if (line !== '' && !separator) return { start, delimiter: said ?? tableDelimiter(line), lineBreak };
    said = separator ?? said;
    if (found < 0) return null;
    start = lineEnd + 1;
  }
}

/** Tells the layout from the beginning of a file in UTF-8; null where no whole header stands there. */
export function tableLayout(head: Buffer, ended: boolean): TableLayout | null {
  const found = findStart(head);
  if (!found) return null;
  const { start, delimiter, lineBreak } = found;
  const rest = head.subarray(start);
  const bounds = scanRecord(delimiter.charCodeAt(0), lineBreak).next(rest, ended);
  if (!bounds || bounds.broken) return null;
  const [cells = []] = readCells(rest.toString('utf8', 0, bounds.bodyEnd), delimiter, lineBreak);
  const header = { end: start + bounds.end, bodyEnd: start + bounds.bodyEnd };
  return { delimiter, lineBreak, header, columns: columnNames(cells) };
}

/**
 * Reads a file that is a header and one row. In a tab-separated file quotes that do not come in pairs are characters.
 * @returns null where the header or the row is missing.
 */
export function readRow(file: Buffer): { columns: string[]; cells: string[] } | null {
  const found = findStart(file);
  if (!found) return null;
  const text = file.toString('utf8', found.start);
  if (found.delimiter === '\t' && text.includes('"')) {
    const layout = tableLayout(file, true);
    return layout && { columns: layout.columns, cells: readRecord(file.subarray(layout.header.end), layout) };
  }
  const [header, cells] = readCells(text, found.delimiter, found.lineBreak);
  return header && cells ? { columns: columnNames(header), cells } : null;
}

/** The first records after the header that are in order and lie whole within the head, without their line breaks. */
export function sampleRecords(head: Buffer, ended: boolean, layout: TableLayout, most: number): Buffer[] {
  const records: Buffer[] = [];
  let at = layout.header.end;
  for (let tries = 0; tries < most * 2 && at < head.length && records.length < most; tries++) {
    const rest = head.subarray(at);
    const bounds = scanRecord(layout.delimiter.charCodeAt(0), layout.lineBreak).next(rest, ended);
    if (bounds && fits(bounds, layout.columns.length)) {
      if (bounds.bodyEnd > 0) records.push(rest.subarray(0, bounds.bodyEnd));
      at += bounds.end;
      continue;
    }
    // A quote that is never closed hides the lines below it.
    const lineEnd = rest.indexOf(layout.lineBreak);
    if (lineEnd < 0) break;
    at += lineEnd + 1;
  }
  return records;
}

/** The cells of one record in UTF-8; in a tab-separated file quotes that do not come in pairs are plain characters. */
export function readRecord(record: Buffer, layout: Pick<TableLayout, 'delimiter' | 'lineBreak' | 'columns'>): string[] {
  const text = record.toString('utf8');
  const quotes = layout.delimiter !== '\t' || fits(scanRecordWhole(record, layout), layout.columns.length);
  return readCells(text, layout.delimiter, layout.lineBreak, { quotes })[0] ?? [];
}

/** Where a record given whole has its cells. */
export function scanRecordWhole(record: Buffer, layout: Pick<TableLayout, 'delimiter' | 'lineBreak'>): RecordBounds {
  return scanRecord(layout.delimiter.charCodeAt(0), layout.lineBreak).next(record, true)!;
}

/** Whether a record has the header's number of cells and its quotes in order. */
export function fits(bounds: RecordBounds, columns: number): boolean {
  return !bounds.broken && bounds.cells.length === columns;
}
