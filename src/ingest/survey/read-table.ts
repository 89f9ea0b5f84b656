import { readCells } from './cells.ts';
import { columnNames } from './column-names.ts';
import { findHeader } from './find-header.ts';
import { type RecordBounds, scanRecord } from './scan-record.ts';

/** How a delimited file is laid out: told from its beginning, and the same again from its header with any one row. */
export interface TableLayout {
  delimiter: string;
  /** Byte that ends a line. */
  lineBreak: number;
  /** Where the header lies in the file, with its line break (`end`) and without (`bodyEnd`). */
  header: { start: number; end: number; bodyEnd: number };
  /** What has to stand before a row so that the row can be read by itself. */
  prefix: Buffer;
  /** Number of the first row as a spreadsheet shows it. */
  firstRow: number;
  columns: string[];
}

/** Tells the layout from the beginning of a file in UTF-8; null where no whole header stands there. */
export function tableLayout(head: Buffer, ended: boolean): TableLayout | null {
  const found = findHeader(head);
  if (!found) return null;
  const { start, delimiter, lineBreak, said, linesAbove } = found;
  const rest = head.subarray(start);
  const bounds = scanRecord(delimiter.charCodeAt(0), lineBreak).next(rest, ended);
  if (!bounds || bounds.broken) return null;
  const written = rest.toString('utf8', 0, bounds.bodyEnd);
  const [cells = []] = readCells(written, delimiter, lineBreak);
  const header = { start, end: start + bounds.end, bodyEnd: start + bounds.bodyEnd };
  const end = String.fromCharCode(lineBreak);
  const prefix = Buffer.from(`${said ? `sep=${delimiter}${end}` : ''}${written}${end}`);
  return { delimiter, lineBreak, header, prefix, firstRow: linesAbove + 2, columns: columnNames(cells) };
}

/**
 * Reads a file that is a header and one row. In a tab-separated file quotes that do not come in pairs are characters.
 * @returns null where the header or the row is missing.
 */
export function readRow(file: Buffer): { columns: string[]; cells: string[] } | null {
  const found = findHeader(file);
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
