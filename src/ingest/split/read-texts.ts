import type { Channel, RawText, SurveyMapping } from '../../types.ts';
import { decodeText } from '../bytes/encoding.ts';
import { headBytes, type Recognised, recognise } from '../recognise.ts';
import { readJsonLine } from '../survey/json-line.ts';
import { readRecord, sampleRecords, type TableLayout, tableLayout } from '../survey/read-table.ts';
import { settleMapping } from '../survey/settle-mapping.ts';
import { type ByteQueue, byteQueue } from './byte-queue.ts';
import { inUtf8 } from './in-utf8.ts';
import { splitLines } from './lines.ts';
import { splitMbox } from './mbox.ts';
import { endOfFile, streamOversize, tooLarge } from './oversize.ts';
import { splitRows } from './rows.ts';
import type { SetAside } from './set-aside.ts';
import { type TextWrapper, wrapTexts } from './wrap-texts.ts';

/** A file, or what else arrives as one stream of bytes. */
export interface TextInput {
  name: string;
  modifiedAt: Date;
  stream: AsyncIterable<Uint8Array>;
}

export interface ReadOptions {
  /** What the texts are, where the content alone would say something else. */
  channel?: Channel;
  /** How to read a survey; without it a guess is made, once for the file. */
  mapping?: SurveyMapping | null;
  /** A single text larger than this is set aside. */
  largestTextMegabytes: number;
}

const sampleRows = 200;

/**
 * Reads a file as the texts that it holds, one by one, in memory that does not grow with the file. What cannot be read
 * comes as a SetAside, whose parts are good until the next text is asked for. Throws only what the stream throws.
 */
export async function* readTexts(input: TextInput, options: ReadOptions): AsyncGenerator<RawText | SetAside> {
  const queue = byteQueue(input.stream);
  try {
    yield* split(queue, input, options);
  } finally {
    await queue.close();
  }
}

async function* split(queue: ByteQueue, input: TextInput, options: ReadOptions): AsyncGenerator<RawText | SetAside> {
  const largestBytes = options.largestTextMegabytes * 2 ** 20;
  await queue.fill(headBytes);
  const head = queue.bytes.subarray(0, headBytes);
  const ended = queue.ended && queue.bytes.length === head.length;
  const told = recognise(input.name, head, ended);
  if ('reason' in told) {
    const texts = wrapTexts({ ...input, channel: options.channel ?? 'email', format: 'plain', mapping: null });
    yield* setAsideRest(queue, texts, largestBytes, told.reason);
    return;
  }
  const kind = { ...input, format: told.format, channel: options.channel ?? told.channel, mapping: null };
  if (told.split === 'rows' || told.split === 'lines') {
    const survey = settleSurvey(told, Buffer.from(decodeHead(told, head)), ended, options.mapping ?? null);
    if ('reason' in survey) yield* setAsideRest(queue, wrapTexts(kind), largestBytes, survey.reason);
    else
      yield* splitSurvey(
        await readable(queue, told),
        wrapTexts({ ...kind, mapping: survey.mapping }),
        largestBytes,
        survey,
      );
  } else if (told.split === 'mbox') {
    yield* splitMbox(await readable(queue, told), wrapTexts(kind), largestBytes);
  } else {
    yield* readWhole(queue, wrapTexts(kind), largestBytes);
  }
}

type Survey = { mapping: SurveyMapping; layout: TableLayout | null };

function splitSurvey(queue: ByteQueue, texts: TextWrapper, largestBytes: number, { mapping, layout }: Survey) {
  return layout
    ? splitRows(queue, texts, largestBytes, { layout, mapping })
    : splitLines(queue, texts, largestBytes, mapping);
}

function decodeHead(told: Recognised, head: Buffer): string {
  return told.encoding === 'utf-8' ? head.toString('utf8').replace(/^\ufeff/, '') : decodeText(head, told.encoding);
}

/** Layout and mapping of a survey from the beginning of its file, or a sentence that says why it cannot be read. */
function settleSurvey(
  told: Recognised,
  head: Buffer,
  ended: boolean,
  given: SurveyMapping | null,
): Survey | { reason: string } {
  if (told.split === 'lines') return settleLines(sampleLines(head.toString('utf8'), ended), given);
  const layout = tableLayout(head, ended);
  if (!layout) return { reason: 'The table has no header line with the names of its columns.' };
  const rows = sampleRecords(head, ended, layout, sampleRows).map((record) => readRecord(record, layout));
  // An export on a day when nobody answered: nothing to read, and nothing wrong.
  if (rows.length === 0 && ended) return { mapping: given ?? { text: [] }, layout };
  const mapping = settleMapping(given, layout.columns, rows);
  return 'reason' in mapping ? mapping : { mapping, layout };
}

/** Fields of JSON may be left out of a line, so that only the answers' own must be among the first lines. */
function settleLines(records: Map<string, string>[], given: SurveyMapping | null): Survey | { reason: string } {
  if (records.length === 0) return { reason: 'None of the first lines is a JSON object with fields.' };
  const found = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const known = given?.text.some((field) => found.includes(field));
  const optional = known ? Object.values(given ?? {}).flat() : [];
  const columns = [...new Set([...found, ...optional])];
  const rows = records.map((record) => columns.map((column) => record.get(column) ?? ''));
  const mapping = settleMapping(given, columns, rows);
  return 'reason' in mapping ? mapping : { mapping, layout: null };
}

function sampleLines(head: string, ended: boolean): Map<string, string>[] {
  const lines = head.split('\n', sampleRows + 1);
  return lines
    .slice(0, ended && lines.length <= sampleRows ? undefined : -1)
    .map(readJsonLine)
    .filter((record) => record !== null);
}

/** A mail says in its own headers how it is encoded, unless its very bytes are wider than those could be read in. */
async function readable(queue: ByteQueue, { encoding, format }: Recognised): Promise<ByteQueue> {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const converted = inUtf8(queue, format === 'eml' && !wide ? 'utf-8' : encoding);
  await converted.fill(headBytes);
  return converted;
}

async function* readWhole(
  queue: ByteQueue,
  texts: TextWrapper,
  largestBytes: number,
): AsyncGenerator<RawText | SetAside> {
  await queue.fill(largestBytes + 1);
  if (queue.bytes.length <= largestBytes) yield texts.read(queue.take(queue.bytes.length), '');
  else yield* setAsideRest(queue, texts, largestBytes, tooLarge(largestBytes, 'text'));
}

async function* setAsideRest(
  queue: ByteQueue,
  texts: TextWrapper,
  largestBytes: number,
  reason: string,
): AsyncGenerator<SetAside> {
  await queue.fill(largestBytes);
  const rest = streamOversize(queue, endOfFile);
  yield texts.asideStreamed(queue.bytes.subarray(0, largestBytes), rest.parts, '', reason);
}
