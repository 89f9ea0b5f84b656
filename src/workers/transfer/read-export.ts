import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { TextRow } from '../../store/transfer/read-rows.ts';
import {
  createTableSum,
  type ExportHeader,
  type ExportTrailer,
  type TableHeader,
  type TableSum,
} from './export-file.ts';

export type ExportPart = ExportHeader | TableHeader | { rows: TextRow[] } | ExportTrailer;

const pageRows = 500;
const pageCharacters = 8 * 2 ** 20;

/**
 * Reads an export part by part, rows in pages, and checks it as it goes: the last part comes only where every count and
 * hash is as the file says. @throws Error that names the file and what is wrong with it.
 */
export async function* readExport(path: string): AsyncGenerator<ExportPart, undefined> {
  const sums: Record<string, TableSum> = {};
  let current: { name: string; counter: ReturnType<typeof createTableSum> } | null = null;
  let rows: TextRow[] = [];
  let characters = 0;
  const takePage = (): { rows: TextRow[] } => {
    const page = { rows };
    rows = [];
    characters = 0;
    return page;
  };
  const closeTable = (): void => {
    if (current) sums[current.name] = current.counter.sum();
    current = null;
  };
  for await (const text of linesOf(path)) {
    const value = parse(text, path);
    if (Array.isArray(value)) {
      if (!current) throw new Error(`${path} has rows outside of a table; it is no export, or was altered.`);
      (current as { counter: ReturnType<typeof createTableSum> }).counter.add(text);
      rows.push(value as TextRow);
      characters += text.length;
      if (rows.length >= pageRows || characters >= pageCharacters) yield takePage();
      continue;
    }
    if (rows.length > 0) yield takePage();
    closeTable();
    const part = value as ExportHeader | TableHeader | ExportTrailer;
    if ('table' in part) current = { name: part.table, counter: createTableSum() };
    if ('end' in part) {
      checkSums(path, part.tables, sums);
      yield part;
      return;
    }
    yield part;
  }
  throw new Error(`${path} ends before its last line: it was cut short. Export the store once more.`);
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const unzipped = createGunzip();
  file.once('error', (error) => unzipped.destroy(error));
  try {
    yield* createInterface({ input: file.pipe(unzipped), crlfDelay: Infinity });
  } catch (cause) {
    throw new Error(describe(path, cause as Error), { cause });
  } finally {
    file.destroy();
  }
}

function describe(path: string, error: Error & { code?: string }): string {
  if (error.code === 'ENOENT') return `There is no file ${path}.`;
  if (error.code?.startsWith('Z_')) return `${path} is no export, was cut short or was altered (${error.message}).`;
  return `${path} cannot be read: ${error.message}.`;
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} has a line that is no JSON: it is no export, was cut short or was altered.`, { cause });
  }
}

function checkSums(path: string, said: Record<string, TableSum>, found: Record<string, TableSum>): void {
  for (const name of new Set([...Object.keys(said), ...Object.keys(found)])) {
    const [expected, actual] = [said[name], found[name]];
    if (expected && actual && expected.rows === actual.rows && expected.sha256 === actual.sha256) continue;
    throw new Error(
      `${path} was altered: of "${name}" it holds ${actual?.rows ?? 'no'} rows with SHA-256 ${actual?.sha256.slice(0, 12) ?? '–'}, ` +
        `and says ${expected?.rows ?? 'no'} rows with ${expected?.sha256.slice(0, 12) ?? '–'}.`,
    );
  }
}
