import { createHash, randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { packageRoot } from '../../src/config.ts';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openPglite } from '../../src/store/pglite.ts';
import { openPostgres } from '../../src/store/postgres.ts';

/** A database for one test file, and how to be rid of it. */
export interface TestDatabase {
  database: Database;
  drop(): Promise<void>;
}

/** A database engine that this machine can run tests on. */
export interface TestEngine {
  name: 'pglite' | 'postgres';
  /** Opens a migrated, empty database of its own. */
  open(): Promise<TestDatabase>;
}

/** Where the tests look for Postgres: a user who may create databases. */
export const postgresUrl = process.env.EARSHOT_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** Whether Postgres answers; the tests on Postgres say that they are skipped where it does not. */
export const postgresAnswers: boolean = await administer('select 1').then(
  () => true,
  () => false,
);

/**
 * The engines to prove something on: PGlite always, Postgres where it answers.
 *
 *     describe.each(testDatabases())('… on $name', ({ open }) => { … });
 */
export function testDatabases(): TestEngine[] {
  const pglite: TestEngine = { name: 'pglite', open: openTestPglite };
  return postgresAnswers ? [pglite, { name: 'postgres', open: openTestPostgres }] : [pglite];
}

/** Creates a Postgres database with a name of its own, and returns its URL. */
export async function createPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `earshot_test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = name;
  return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) };
}

async function openTestPostgres(): Promise<TestDatabase> {
  const created = await createPostgres();
  const { database, drop } = await openMigrated(() => openPostgres(created.url));
  return {
    database,
    async drop() {
      await drop();
      await created.drop();
    },
  };
}

async function openTestPglite(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'earshot-test-'));
  await copyEmptyStore(directory);
  const database = await openPglite(directory);
  return {
    database,
    async drop() {
      await database.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** Copies a migrated, empty PGlite store to a directory. */
export async function copyEmptyStore(directory: string): Promise<void> {
  await cp(await pgliteTemplate(), directory, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** A migrated, empty store to copy: that takes a tenth of the seconds that making one takes. */
async function pgliteTemplate(): Promise<string> {
  const folder = join(packageRoot, 'node_modules', '.cache', 'earshot');
  const template = join(folder, `pglite-${await schemaDigest()}`);
  if (existsSync(template)) return template;
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(join(folder, 'draft-'));
  const { drop } = await openMigrated(() => openPglite(draft));
  await drop();
  // Another test file may have made it meanwhile; a folder that is not empty cannot be replaced.
  await rename(draft, template).catch(() => rm(draft, { recursive: true }));
  return template;
}

async function schemaDigest(): Promise<string> {
  const migrations = join(packageRoot, 'src', 'store', 'migrations');
  const pglite = join(packageRoot, 'node_modules', '@electric-sql', 'pglite', 'package.json');
  const digest = createHash('sha256').update(await readFile(pglite));
  for (const file of (await readdir(migrations)).sort()) digest.update(await readFile(join(migrations, file)));
  return digest.digest('hex').slice(0, 16);
}

async function openMigrated(open: () => Promise<Database>): Promise<TestDatabase> {
  const database = await open();
  await migrate(database);
  return { database, drop: () => database.close() };
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
