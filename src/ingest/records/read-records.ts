import { binaryKind } from '../bytes/binary.ts';
import { detectEncoding } from '../bytes/encoding.ts';
import { byteQueue } from '../split/byte-queue.ts';
import { inUtf8 } from '../split/in-utf8.ts';
import { tableLayout } from '../survey/read-table.ts';
import { readLines } from './read-lines.ts';
import { readRows } from './read-rows.ts';

/** A row of a table or a line of JSON Lines. */
export type DataRecord = { number: number; value(column: string): string } | { number: number; fault: string };

export interface Records {
  /** The columns of the table; of JSON Lines, the fields that its first lines have. */
  columns: string[];
  /** Each record in turn. Numbers are those of lines, or of rows as a spreadsheet shows them. */
  records: AsyncIterable<DataRecord>;
}

/** A header, or a first line, longer than this is none. */
const longestHeader = 256 * 1024;

/**
 * Reads CSV, TSV or JSON Lines, told from content, in memory that does not grow with their size.
 * @throws Error for bytes that are no text, and where there is no header.
 */
export async function readRecords(stream: AsyncIterable<Uint8Array>): Promise<Records> {
  const raw = byteQueue(stream);
  await raw.more();
  while (raw.bytes.length < longestHeader && !hasTwoLines(raw.bytes) && (await raw.more()));
  const encoding = detectEncoding(raw.bytes);
  if (!encoding.startsWith('utf-16')) {
    const kind = binaryKind(raw.bytes);
    if (kind) throw new Error(`The data look like ${kind}; save them as CSV, TSV or JSON Lines.`);
  }
  const queue = inUtf8(raw, encoding);
  if (queue.bytes.length === 0) await queue.more();
  while (queue.bytes.length < longestHeader && !hasTwoLines(queue.bytes) && (await queue.more()));
  if (queue.bytes.toString('utf8', 0, 1000).trim() === '') throw new Error('The data are empty.');
  if (/^\s*\{/.test(queue.bytes.toString('utf8', 0, 1000))) return readLines(queue);
  const layout = tableLayout(queue.bytes, queue.ended);
  if (!layout) throw new Error('The data have no header line with the names of their columns.');
  return { columns: layout.columns, records: readRows(queue, layout) };
}

/** More than a header: what stands below it tells how quotes are meant. */
function hasTwoLines(bytes: Buffer): boolean {
  const first = bytes.indexOf(10);
  return first >= 0 && bytes.indexOf(10, first + 1) >= 0;
}
