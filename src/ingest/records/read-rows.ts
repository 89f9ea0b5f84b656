import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { ByteQueue } from '../split/byte-queue.ts';
import { fits, type TableLayout } from '../survey/read-table.ts';
import { scanRecord } from '../survey/scan-record.ts';
import type { DataRecord } from './read-records.ts';

/** A longer row comes of a quote that is never closed. */
const longestRow = 32 * 2 ** 20;

/**
 * The rows below a table's header. A row may have fewer cells than the header; what is missing is empty.
 * @throws Error that names the row in which a quote is opened and never closed.
 */
export async function* readRows(queue: ByteQueue, layout: TableLayout): AsyncGenerator<DataRecord> {
  const quotes = !hasLiteralQuotes(queue, layout);
  const places = new Map(layout.columns.map((column, at) => [column, at]));
  queue.drop(layout.header.end);
  const parser = parse({
    delimiter: layout.delimiter,
    quote: quotes ? '"' : null,
    record_delimiter: layout.lineBreak === 13 ? '\r' : ['\r\n', '\n'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  const source = Readable.from(rest(queue));
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  let number = layout.firstRow - 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      yield { number, value: (column) => cells[places.get(column) ?? -1] ?? '' };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = layout.firstRow + Number(error.records);
    const reason = `A quote opened in row ${row} or below is never closed; double the quotes inside a cell.`;
    throw new Error(reason, { cause: error });
  } finally {
    await queue.close();
  }
}

async function* rest(queue: ByteQueue): AsyncGenerator<Uint8Array> {
  while (queue.bytes.length > 0 || (await queue.more())) yield queue.take(queue.bytes.length);
}

/** In a tab-separated file whose first row only has the header's number of cells if quotes mean nothing, they do. */
function hasLiteralQuotes(queue: ByteQueue, { delimiter, lineBreak, header, columns }: TableLayout): boolean {
  if (delimiter !== '\t') return false;
  const body = queue.bytes.subarray(header.end);
  for (let at = 0, rows = 0; at < body.length && rows < 200; rows += 1) {
    const found = body.indexOf(lineBreak, at);
    if (found < 0) return false;
    const line = body.subarray(at, found);
    const bounds = scanRecord(9, lineBreak).next(line, true);
    const tabs = line.toString('latin1').split('\t').length;
    if (bounds && !fits(bounds, columns.length) && tabs === columns.length) return true;
    at = found + 1;
  }
  return false;
}
