import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { takeLock } from '../lock/lock.ts';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { openDatabase } from '../store/open.ts';
import type { TableSum } from '../workers/transfer/export-file.ts';
import { exportStore } from '../workers/transfer/export-store.ts';
import { importStore } from '../workers/transfer/import-store.ts';
import { startCount } from './progress.ts';
import { createOpened } from './run/opened.ts';

export function exportCommand(): Command {
  return new Command('export')
    .description('Write everything in the store to one file: to move it to another database, or as a backup.')
    .argument('<file>', 'where to; it holds all texts, so keep it as safe as the store')
    .option('--force', 'write over a file that exists')
    .option('--json', 'print one object: rows and SHA-256 by table')
    .addHelpText(
      'after',
      `
Examples:
  $ earshot export store.jsonl.gz
  $ DATABASE_URL=postgres://earshot@127.0.0.1/earshot earshot export store.jsonl.gz

The embedded store is exported while "earshot start" does not run. A Postgres may be in use: the file shows it as it
stood when the export began.`,
    )
    .action(async (file: string, { force, json }: { force?: boolean; json?: boolean }) => {
      if (existsSync(file) && !force) throw new Error(`${file} exists already. Name another file, or add --force.`);
      await withStore(readConfig(), async (database) => {
        await migrate(database);
        const progress = startCount('Exporting');
        const tables = await exportStore(database, file, { now: new Date(), onRows: progress.update }).finally(
          progress.stop,
        );
        console.log(json ? JSON.stringify({ file, tables }) : `Wrote ${file}: ${describe(tables)}.`);
      });
    });
}

export function importCommand(): Command {
  return new Command('import')
    .description('Fill an empty store with what "earshot export" wrote, ids included: all of it or nothing.')
    .argument('<file>', 'what "earshot export" wrote')
    .option('--json', 'print one object: rows and SHA-256 by table')
    .addHelpText(
      'after',
      `
Examples:
  $ DATABASE_URL=postgres://earshot@127.0.0.1/earshot earshot import store.jsonl.gz     from embedded to Postgres
  $ EARSHOT_DATA_DIR=./restored earshot import store.jsonl.gz                           a backup, restored`,
    )
    .action(async (file: string, { json }: { json?: boolean }) => {
      await withStore(readConfig(), async (database) => {
        const progress = startCount('Importing');
        const tables = await importStore(database, file, { onRows: progress.update }).finally(progress.stop);
        console.log(
          json ? JSON.stringify({ file, tables }) : `Read ${file}: ${describe(tables)}, as counted and hashed.`,
        );
      });
    });
}

async function withStore(config: Config, work: (database: Database) => Promise<void>): Promise<void> {
  const opened = createOpened();
  try {
    if (!config.databaseUrl) {
      const lock = await takeLock(config.dataDir);
      opened.add(() => lock.release());
    }
    const database = await openDatabase(config);
    opened.add(() => database.close());
    await work(database);
  } finally {
    await opened.close();
  }
}

function describe(tables: Record<string, TableSum>): string {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  const texts = tables.documents?.rows ?? 0;
  const cases = tables.cases?.rows ?? 0;
  return `${texts} analysed texts, ${cases} cases, ${rows} rows in ${Object.keys(tables).length} tables`;
}
