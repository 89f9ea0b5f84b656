import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database, Queryable } from '../../store/database.ts';
import { appliedMigrations } from '../../store/migrate.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { plainWriting, readRows } from '../../store/transfer/read-rows.ts';
import { readSequences } from '../../store/transfer/sequences.ts';
import { type TransferTable, transferTables } from '../../store/transfer/tables.ts';
import { version } from '../../version.ts';
import {
  createTableSum,
  type ExportHeader,
  type ExportTrailer,
  type TableHeader,
  type TableSum,
} from './export-file.ts';

/**
 * Writes everything in the store to a file, as it stood at one moment, in memory that does not grow with the store. The
 * file appears under its name only when it is whole.
 * @param onRows told how many rows have been written.
 */
export async function exportStore(
  database: Database,
  path: string,
  { now, onRows = () => {} }: { now: Date; onRows?: (rows: number) => void },
): Promise<Record<string, TableSum>> {
  const draft = `${path}.part`;
  const sums: Record<string, TableSum> = {};
  try {
    await readSnapshot(database, (tx) =>
      pipeline(lines(tx, now, sums, onRows), createGzip({ level: 6 }), createWriteStream(draft, { mode: 0o600 })),
    );
    await rename(draft, path);
    return sums;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* lines(
  tx: Queryable,
  now: Date,
  sums: Record<string, TableSum>,
  onRows: (rows: number) => void,
): AsyncGenerator<string> {
  await tx.execute(plainWriting);
  const schema = await appliedMigrations(tx);
  const header: ExportHeader = {
    earshot: 'export',
    format: 1,
    program: version,
    exportedAt: now.toISOString(),
    schema,
  };
  yield line(header);
  const tables = await transferTables(tx);
  let rows = 0;
  for (const table of tables) {
    for await (const text of tableLines(tx, table, sums)) {
      yield text;
      onRows(rows + (sums[table.name]?.rows ?? 0));
    }
    rows += sums[table.name]?.rows ?? 0;
  }
  yield line({ end: true, tables: sums, sequences: await readSequences(tx, tables) } satisfies ExportTrailer);
}

async function* tableLines(
  tx: Queryable,
  table: TransferTable,
  sums: Record<string, TableSum>,
): AsyncGenerator<string> {
  const columns = table.columns.map(({ name }) => name);
  yield line({ table: table.name, columns } satisfies TableHeader);
  const counter = createTableSum();
  for await (const page of readRows(tx, table)) {
    const written = page.map((row) => JSON.stringify(row));
    for (const text of written) counter.add(text);
    yield `${written.join('\n')}\n`;
  }
  sums[table.name] = counter.sum();
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
