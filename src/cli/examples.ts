import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Example } from '../classify/learn/examples.ts';
import { longestText } from '../classify/learn/grams/scan.ts';
import { type DataRecord, type Records, readRecords } from '../ingest/records/read-records.ts';

/** How the labelled texts of a file are read. */
export interface ExampleFile {
  data: string;
  text: string;
  label: string;
  /** Between the labels of a text that has several. */
  separator?: string;
}

export interface ReadExamples {
  examples: Example[];
  /** SHA-256 of the file. */
  sha256: string;
  /** Rows passed over, since they have no text, or no label. */
  withoutText: number;
  withoutLabel: number;
  /** Texts with characters that their encoding does not have: the file is damaged, or in an encoding that was not told. */
  damaged: number;
}

/** More are no better, and do not fit into memory with what is worked out of them. */
const mostExamples = 300_000;

/**
 * Reads the labelled texts of a file.
 * @throws Error that names the file, and the columns that there are where one is unknown.
 */
export async function readExamples({ data, text, label, separator }: ExampleFile): Promise<ReadExamples> {
  const hash = createHash('sha256');
  const read: ReadExamples = { examples: [], sha256: '', withoutText: 0, withoutLabel: 0, damaged: 0 };
  try {
    const { columns, records } = await readRecords(hashed(await openFile(data), hash));
    requireColumns(columns, [text, label]);
    for await (const record of records) addExample(read, record, text, (cell) => splitLabels(cell, separator), label);
  } catch (error) {
    throw new Error(`${data}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return { ...read, sha256: hash.digest('hex') };
}

function addExample(
  read: ReadExamples,
  record: DataRecord,
  text: string,
  split: (cell: string) => string[],
  label: string,
): void {
  if ('fault' in record) throw new Error(record.fault);
  const words = record.value(text).slice(0, longestText);
  const labels = split(record.value(label));
  if (words.trim() === '') read.withoutText += 1;
  else if (labels.length === 0) read.withoutLabel += 1;
  else {
    if (words.includes('\ufffd')) read.damaged += 1;
    if (read.examples.length === mostExamples)
      throw new Error(`There are more than ${mostExamples} labelled texts; take a sample of them.`);
    read.examples.push({ text: words, labels });
  }
}

function splitLabels(cell: string, separator: string | undefined): string[] {
  const parts = separator === undefined ? [cell] : cell.split(separator);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** @throws Error that names the columns there are. */
export function requireColumns(columns: Records['columns'], wanted: string[]): void {
  const missing = wanted.filter((column) => !columns.includes(column));
  if (missing.length === 0) return;
  const shown = columns.slice(0, 40).map((column) => `"${column}"`);
  const more = columns.length > shown.length ? ` and ${columns.length - shown.length} more` : '';
  throw new Error(`There is no column "${missing.join('", "')}"; the columns are ${shown.join(', ')}${more}.`);
}

async function openFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new Error('There is no such file that can be read.', { cause });
  });
  if (found.isDirectory()) throw new Error('It is a folder; name one file of labelled texts.');
  return createReadStream(path);
}

async function* hashed(stream: AsyncIterable<Uint8Array>, hash: { update(bytes: Uint8Array): unknown }) {
  for await (const chunk of stream) {
    hash.update(chunk);
    yield chunk;
  }
}

/** What was passed over, for people; empty where nothing was. */
export function describeSkipped({ withoutText, withoutLabel, damaged }: ReadExamples): string {
  const lines: string[] = [];
  if (withoutText + withoutLabel > 0) {
    const rows = withoutText === 1 ? '1 row' : `${withoutText} rows`;
    lines.push(`${rows} without text and ${withoutLabel} without label were passed over.`);
  }
  if (damaged > 0) {
    const texts = damaged === 1 ? '1 text holds' : `${damaged} texts hold`;
    lines.push(`${texts} bytes that are no characters: save the file in UTF-8.`);
  }
  return lines.join('\n');
}
