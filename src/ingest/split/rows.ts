import { isUtf8 } from 'node:buffer';
import type { RawText, SurveyMapping } from '../../types.ts';
import { decodeText } from '../bytes/encoding.ts';
import { fits, scanRecordWhole, type TableLayout } from '../survey/read-table.ts';
import { type RecordBounds, scanRecord } from '../survey/scan-record.ts';
import type { ByteQueue } from './byte-queue.ts';
import { endOfLine, streamOversize, tooLarge } from './oversize.ts';
import type { SetAside } from './set-aside.ts';
import type { TextWrapper } from './wrap-texts.ts';

/**
 * Splits a delimited file into rows, numbered as a spreadsheet does (the header is row 1). A row without a word in any
 * of the answer columns is no text: whoever left the question open said nothing, and it is passed over uncounted. A row
 * with the wrong number of columns, an unclosed quote or binary data is set aside, and the next one read.
 */
export async function* splitRows(
  queue: ByteQueue,
  texts: TextWrapper,
  largestBytes: number,
  { layout, mapping }: { layout: TableLayout; mapping: SurveyMapping },
): AsyncGenerator<RawText | SetAside> {
  queue.drop(layout.header.end);
  const newScan = () => scanRecord(layout.delimiter.charCodeAt(0), layout.lineBreak);
  const answerColumns = mapping.text.map((name) => layout.columns.indexOf(name));

  let scan = newScan();
  for (let row = layout.firstRow; queue.bytes.length > 0 || (await queue.more()); ) {
    const place = `#row ${row}`;
    const bounds = scan.next(queue.bytes, queue.ended);
    if (!bounds && queue.bytes.length <= largestBytes) {
      await queue.more();
      continue;
    }
    if (!bounds || bounds.end > largestBytes) {
      yield* oversizeRow(queue, texts, largestBytes, layout, place);
    } else {
      const fault = faultOf(queue.bytes, bounds, layout, row);
      const taken = queue.take(fault?.length ?? bounds.end);
      const record = taken.subarray(0, fault?.length ?? bounds.bodyEnd);
      if (fault) yield texts.aside(Buffer.concat([layout.prefix, record]), place, fault.reason);
      else if (hasAnswer(record, bounds, answerColumns)) {
        yield texts.read(Buffer.concat([layout.prefix, inUtf8(record)]), place);
      }
    }
    [scan, row] = [newScan(), row + 1];
  }
}

/** What is wrong with a record, and how many bytes to set aside for it; null where it can be read. */
function faultOf(bytes: Buffer, bounds: RecordBounds, layout: TableLayout, row: number) {
  const columns = layout.columns.length;
  if (bounds.bodyEnd === 0) return null;
  const record = bytes.subarray(0, bounds.bodyEnd);
  if (record.includes(0)) return { length: bounds.end, reason: `Row ${row} holds NUL bytes, so it is binary data.` };
  const found = bounds.cells.length;
  if (found === columns && (!bounds.broken || bounds.secondLine >= bounds.end)) return null;
  if (layout.delimiter === '\t' && literalColumns(bytes, bounds) === columns) return null;
  if (bounds.secondLine < bounds.end && opensWithoutEnd(bytes, bounds, layout)) {
    const reason = `Row ${row} opens a quote that is never closed; double the quotes inside a cell, or take it out.`;
    return { length: bounds.secondLine, reason };
  }
  const reason =
    `Row ${row} has ${found} ${found === 1 ? 'column' : 'columns'} where the header has ${columns}; ` +
    'put quotes around a cell that holds the separator or a line break.';
  return { length: bounds.end, reason };
}

/** A record over several lines hides an unclosed quote when its quotes are out of order or its second line is a row. */
function opensWithoutEnd(bytes: Buffer, bounds: RecordBounds, layout: TableLayout): boolean {
  if (bounds.broken) return true;
  const rest = bytes.subarray(bounds.secondLine, bounds.end);
  const lineEnd = rest.indexOf(layout.lineBreak);
  const second = rest.subarray(0, lineEnd < 0 ? rest.length : lineEnd);
  return layout.columns.length > 1 && fits(scanRecordWhole(second, layout), layout.columns.length);
}

/** Columns of a tab-separated line when quotes mean nothing; 0 where the record has several lines. */
function literalColumns(bytes: Buffer, bounds: RecordBounds): number {
  if (bounds.secondLine < bounds.end) return 0;
  let tabs = 0;
  for (let at = 0; at < bounds.bodyEnd; at++) if (bytes[at] === 9) tabs++;
  return tabs + 1;
}

function hasAnswer(record: Buffer, bounds: RecordBounds, answerColumns: number[]): boolean {
  return answerColumns.some((column) => {
    const start = bounds.cells[column] ?? record.length;
    const end = bounds.cells[column + 1] ?? record.length + 1;
    for (let at = start; at < end - 1; at++) if (record[at]! > 32 && record[at] !== 34) return true;
    return false;
  });
}

/** The file's encoding was told from its beginning; a row that breaks it is read by its own signs. */
function inUtf8(record: Buffer): Buffer {
  return isUtf8(record) ? record : Buffer.from(decodeText(record));
}

/** A row beyond the limit: either a quote swallows the file, and its line alone is at fault, or one line is that long. */
async function* oversizeRow(
  queue: ByteQueue,
  texts: TextWrapper,
  largestBytes: number,
  { prefix, lineBreak }: TableLayout,
  place: string,
): AsyncGenerator<SetAside> {
  const firstLine = queue.bytes.subarray(0, largestBytes).indexOf(lineBreak);
  if (firstLine >= 0) {
    const line = queue.take(firstLine + 1);
    const reason = `A quote opened here is not closed within ${Math.round(largestBytes / 2 ** 20)} MB.`;
    yield texts.aside(Buffer.concat([prefix, line]), place, reason);
    return;
  }
  const large = streamOversize(queue, endOfLine);
  const beginning = queue.bytes.subarray(0, largestBytes);
  yield texts.asideStreamed(beginning, withPrefix(prefix, large.parts), place, tooLarge(largestBytes, 'row'));
  await large.skipRest();
}

async function* withPrefix(prefix: Buffer, parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield prefix;
  yield* parts;
}
