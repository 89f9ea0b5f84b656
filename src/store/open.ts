import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Database } from './database.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/**
 * Opens the database that the settings name, as it is: `migrate` brings its schema up to date. The caller holds the lock
 * of the data directory when it is the embedded one.
 */
export async function openDatabase({ databaseUrl, dataDir }: Config): Promise<Database> {
  if (databaseUrl) return openPostgres(databaseUrl);
  await mkdir(dataDir, { recursive: true });
  return openPglite(join(dataDir, 'pglite'));
}
