import { parseText } from '../../src/ingest/parse.ts';
import { type ReadOptions, readTexts } from '../../src/ingest/split/read-texts.ts';
import type { SetAside } from '../../src/ingest/split/set-aside.ts';
import type { Channel, Document, Format, RawText } from '../../src/types.ts';

export const modifiedAt = new Date('2024-06-01T12:00:00Z');

export const cleaning = { dropQuotes: true, dropSignatures: true };

/** A SetAside whose parts were read. */
export type Aside = SetAside & { bytes: Buffer };

/** Cuts bytes into chunks, so that texts are met across the edges of chunks. */
export async function* chunksOf(content: string | Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads a whole file into its texts and what was set aside. */
export async function readAll(
  name: string,
  content: string | Uint8Array,
  { chunk = 64 * 1024, ...options }: Partial<ReadOptions> & { chunk?: number } = {},
): Promise<{ texts: RawText[]; asides: Aside[] }> {
  const texts: RawText[] = [];
  const asides: Aside[] = [];
  const input = { name, modifiedAt, stream: chunksOf(content, chunk) };
  for await (const item of readTexts(input, { largestTextMegabytes: 1, ...options })) {
    if ('reason' in item) asides.push({ ...item, bytes: await bytesOf(item.parts) });
    else texts.push(item);
  }
  return { texts, asides };
}

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

/** Reads a file of which every text can be read as the documents that it holds. */
export async function documentsOf(
  name: string,
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
): Promise<Document[]> {
  const { texts, asides } = await readAll(name, content, options);
  if (asides.length > 0) throw new Error(`set aside: ${asides.map(({ reason }) => reason).join(' ')}`);
  return Promise.all(texts.map((text) => parseText(text, cleaning)));
}

/** Reads a file of one text as its document. */
export async function documentOf(name: string, content: string | Uint8Array): Promise<Document> {
  const documents = await documentsOf(name, content);
  if (documents.length !== 1) throw new Error(`${documents.length} documents where one was expected`);
  return documents[0]!;
}

/** A text as it would come out of a file, for parsers. */
export function rawText(format: Format, channel: Channel, content: string | Uint8Array, source = 'text'): RawText {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { id: 'a'.repeat(64), source, channel, format, bytes, modifiedAt, mapping: null };
}

/** What each utterance of a document says, with its speaker and role. */
export function said({ text, utterances }: Document): [string, string, string][] {
  return utterances.map(({ speaker, role, start, end }) => [speaker, role, text.slice(start, end)]);
}
