import type { Database, Queryable } from '../../store/database.ts';
import { type AppliedMigration, appliedMigrations, knownMigrations, migrate } from '../../store/migrate.ts';
import { writeSequences } from '../../store/transfer/sequences.ts';
import { type TransferTable, transferTables } from '../../store/transfer/tables.ts';
import { countRows, setTriggers, writeRows } from '../../store/transfer/write-rows.ts';
import type { ExportHeader, ExportTrailer, TableHeader, TableSum } from './export-file.ts';
import { type ExportPart, readExport } from './read-export.ts';

/**
 * Fills an empty store with an export: all of it, in one transaction, or nothing. A store that is new gets the schema that
 * the file was made with, and is brought up to date afterwards.
 * @param onRows told how many rows have been read.
 * @throws Error where the store is not empty, the schemas do not fit, or the file is not as it was written.
 */
export async function importStore(
  database: Database,
  path: string,
  { onRows = () => {} }: { onRows?: (rows: number) => void } = {},
): Promise<Record<string, TableSum>> {
  const parts = readExport(path);
  const { value: header } = await parts.next();
  if (!header || !('earshot' in header) || header.earshot !== 'export') {
    throw new Error(`${path} does not begin as an export of Earshot does. "earshot export FILE" writes one.`);
  }
  await prepareSchema(database, header, path);
  const sums = await database.transaction((tx) => fill(tx, parts, path, onRows));
  await migrate(database);
  return sums;
}

async function prepareSchema(database: Database, { schema, program }: ExportHeader, path: string): Promise<void> {
  const known = new Set(knownMigrations().map(nameOf));
  const newer = schema.find((migration) => !known.has(nameOf(migration)));
  if (newer) {
    throw new Error(
      `${path} was written by Earshot ${program} with a schema (${nameOf(newer)}) that this Earshot does not know. ` +
        'Import it with that version or a newer one.',
    );
  }
  const applied = await appliedMigrations(database);
  if (applied.length === 0) return migrate(database, new Set(schema.map(({ version }) => version)));
  const inFile = new Set(schema.map(nameOf));
  const beyond = applied.find((migration) => !inFile.has(nameOf(migration)));
  if (beyond) {
    throw new Error(
      `The store has a newer schema (${nameOf(beyond)}) than ${path}. Import into a database that is new: ` +
        'it is brought up to date afterwards.',
    );
  }
  await migrate(database, new Set(schema.map(({ version }) => version)));
}

const nameOf = ({ version, name }: AppliedMigration): string => `${String(version).padStart(4, '0')}_${name}`;

async function fill(
  tx: Queryable,
  parts: AsyncGenerator<ExportPart, undefined>,
  path: string,
  onRows: (rows: number) => void,
): Promise<Record<string, TableSum>> {
  const tables = await transferTables(tx);
  for (const table of tables) {
    const rows = await countRows(tx, table);
    if (rows === 0) continue;
    throw new Error(`The store is not empty: it has ${rows} rows in "${table.name}". Import into a new database.`);
  }
  for (const table of tables) await setTriggers(tx, table, 'disable');
  let current: TransferTable | null = null;
  let rows = 0;
  let sums: Record<string, TableSum> = {};
  for await (const part of parts) {
    if ('table' in part) current = tableOf(tables, part, path);
    else if ('rows' in part && current) {
      await writeRows(tx, current, part.rows);
      rows += part.rows.length;
      onRows(rows);
    } else if ('end' in part) {
      await finish(tx, tables, part);
      sums = part.tables;
    }
  }
  return sums;
}

/** The table that a part of the file is for, its columns in the order of the file. */
function tableOf(tables: TransferTable[], { table, columns }: TableHeader, path: string): TransferTable {
  const found = tables.find(({ name }) => name === table);
  const ordered = columns.map((column) => found?.columns.find(({ name }) => name === column));
  if (found && ordered.length === found.columns.length && ordered.every((column) => column !== undefined)) {
    return { ...found, columns: ordered };
  }
  throw new Error(`${path} has a table "${table}" with columns that the store does not have: it was altered.`);
}

async function finish(
  tx: Queryable,
  tables: TransferTable[],
  { tables: sums, sequences }: ExportTrailer,
): Promise<void> {
  for (const table of tables) {
    const [stored, said] = [await countRows(tx, table), sums[table.name]?.rows ?? 0];
    if (stored !== said)
      throw new Error(`"${table.name}" has ${stored} rows after the import, and should have ${said}.`);
    await setTriggers(tx, table, 'enable');
  }
  await writeSequences(tx, tables, sequences);
}
