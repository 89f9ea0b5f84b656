import pg from 'pg';
import type { Row } from './database.ts';

/** Rows as Postgres writes them: text or null, with the name of each column and the number of its type. */
export interface TextRows {
  columns: { name: string; type: number }[];
  rows: (string | null)[][];
}

/** Finds how to read the text of a type, given its number in Postgres. */
export type TypeReader = (type: number) => (text: string) => unknown;

/** As `pg` reads values by itself. */
export const standardReader: TypeReader = (type) => pg.types.getTypeParser(type, 'text');

const readTexts = standardReader(1009) as (text: string) => (string | null)[];
const ownReaders: Record<number, (text: string) => unknown> = {
  20: Number, // int8: no count of ours exceeds 2^53
  1016: (text) => readTexts(text).map((item) => (item === null ? null : Number(item))), // int8[]
  1082: String, // date: a day has no zone
  1182: readTexts, // date[]
  1700: Number, // numeric, which sums and averages yield
};

/** As the rows of `Database` promise, on both engines. */
export const storeReader: TypeReader = (type) => ownReaders[type] ?? standardReader(type);

/** Turns rows of text into objects. */
export function readRows(result: TextRows, readerOf: TypeReader): Row[] {
  const columns = result.columns.map(({ name, type }) => ({ name, read: readerOf(type) }));
  return result.rows.map((values) => {
    const row: Row = {};
    for (const [at, { name, read }] of columns.entries()) {
      const text = values[at];
      row[name] = typeof text === 'string' ? read(text) : null;
    }
    return row;
  });
}

/** Writes a parameter as Postgres reads it: bytes stay bytes, anything else becomes text. */
export function writeValue(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  if (value instanceof Date) return writeDate(value);
  if (Array.isArray(value)) return `{${value.map(writeItem).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** ISO 8601 as Postgres writes it: years past 9999 without a sign, years before 1 with BC, where year 0 is 1 BC. */
function writeDate(date: Date): string {
  const [, sign, year, rest] = /^([+-]?)(\d+)(.*)$/.exec(date.toISOString()) ?? [];
  if (sign === '-' || year === '0000') return `${String(1 + Number(year)).padStart(4, '0')}${rest} BC`;
  return `${sign ? Number(year) : year}${rest}`;
}

function writeItem(item: unknown): string {
  if (item === null || item === undefined) return 'NULL';
  if (Array.isArray(item)) return `{${item.map(writeItem).join(',')}}`;
  const value = writeValue(item);
  if (value instanceof Uint8Array) return `"\\\\x${hex(value)}"`;
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
