import { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { takeLock } from '../lock/lock.ts';
import { missingMigrations, migrate as runMigrations } from '../store/migrate.ts';
import { openDatabase } from '../store/open.ts';
import { createOpened } from './run/opened.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description("Bring the store's schema up to date. Every other command does so by itself when it starts.")
    .option('--check', 'change nothing; exit with 1 and say which migrations are missing, when any are')
    .addHelpText('after', '\nExamples:\n  $ earshot migrate --check\n  $ earshot migrate')
    .action(async ({ check }: { check?: boolean }) => migrate(readConfig(), check ?? false));
}

async function migrate(config: Config, checkOnly: boolean): Promise<void> {
  const opened = createOpened();
  try {
    if (!config.databaseUrl) {
      const lock = await takeLock(config.dataDir);
      opened.add(() => lock.release());
    }
    const database = await openDatabase(config);
    opened.add(() => database.close());
    const missing = await missingMigrations(database);
    if (missing.length > 0 && checkOnly) process.exitCode = 1;
    if (missing.length > 0 && !checkOnly) await runMigrations(database);
    console.log(describe(missing, checkOnly));
  } finally {
    await opened.close();
  }
}

function describe(missing: string[], checkOnly: boolean): string {
  if (missing.length === 0) return 'The schema of the store is up to date.';
  if (!checkOnly) return `Applied ${missing.join(', ')}.`;
  return `Missing: ${missing.join(', ')}. "earshot migrate" applies ${missing.length === 1 ? 'it' : 'them'}.`;
}
