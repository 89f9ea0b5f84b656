import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../config.ts';
import type { Database, Queryable } from './database.ts';

interface Migration {
  version: number;
  name: string;
  sql: string;
}

/** Any number, as long as every Earshot takes the same: two that start at once take turns. */
const migrationLock = 4310;

/**
 * Brings the schema of the store up to date: each migration that it has not seen yet, in order, in one transaction each.
 * @param only versions to apply, for a store that is to look as an older one did; left out, all.
 * @throws Error when the schema was made by a newer Earshot, or names the migration that failed.
 */
export async function migrate(database: Database, only?: ReadonlySet<number>): Promise<void> {
  const migrations = readMigrations(join(packageRoot, 'src', 'store', 'migrations'));
  await database.transaction(async (tx) => {
    await waitForOthers(tx);
    await tx.execute(`
      create table if not exists applied_migrations (
        version integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      )`);
    await refuseNewer(tx, migrations.at(-1)?.version ?? 0);
  });
  for (const migration of migrations) {
    if (only === undefined || only.has(migration.version)) await apply(database, migration);
  }
}

/** Migrations as a store has seen them. */
export type AppliedMigration = { version: number; name: string };

/** The migrations that this Earshot knows. */
export function knownMigrations(): AppliedMigration[] {
  return readMigrations(join(packageRoot, 'src', 'store', 'migrations')).map(({ version, name }) => ({
    version,
    name,
  }));
}

/** The migrations that the store has seen; none where it is new. */
export async function appliedMigrations(db: Queryable): Promise<AppliedMigration[]> {
  const [table] = await db.query<{ exists: boolean }>("select to_regclass('applied_migrations') is not null as exists");
  return table?.exists
    ? db.query<AppliedMigration>('select version, name from applied_migrations order by version')
    : [];
}

/**
 * The migrations that the store has not seen yet, as `0002_tallies`; changes nothing.
 * @throws Error when the schema was made by a newer Earshot.
 */
export async function missingMigrations(database: Database): Promise<string[]> {
  const migrations = readMigrations(join(packageRoot, 'src', 'store', 'migrations'));
  const [table] = await database.query<{ exists: boolean }>(
    "select to_regclass('applied_migrations') is not null as exists",
  );
  if (table?.exists) await refuseNewer(database, migrations.at(-1)?.version ?? 0);
  const applied = table?.exists
    ? await database.query<{ version: number }>('select version from applied_migrations')
    : [];
  const versions = new Set(applied.map(({ version }) => version));
  return migrations
    .filter(({ version }) => !versions.has(version))
    .map(({ version, name }) => `${String(version).padStart(4, '0')}_${name}`);
}

/** Holds back other starters until the transaction ends. */
async function waitForOthers(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [migrationLock]);
}

/** Reads `0001_main.sql`, `0002_…` in the order of their numbers. */
function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_.+\.sql$/.test(file))
    .sort()
    .map((file) => ({
      version: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      sql: readFileSync(join(folder, file), 'utf8'),
    }));
}

async function apply(database: Database, { version, name, sql }: Migration): Promise<void> {
  await database.transaction(async (tx) => {
    await waitForOthers(tx);
    const applied = await tx.query('select version from applied_migrations where version = $1', [version]);
    if (applied.length > 0) return;
    await tx.execute(sql);
    await tx.query('insert into applied_migrations (version, name) values ($1, $2)', [version, name]);
  });
}

async function refuseNewer(tx: Queryable, known: number): Promise<void> {
  const [row] = await tx.query<{ version: number; name: string }>(
    'select version, name from applied_migrations where version > $1 order by version desc limit 1',
    [known],
  );
  if (!row) return;
  throw new Error(
    `The store has schema ${row.version} (${row.name}), but this Earshot knows schemas up to ${known}. ` +
      'A newer Earshot has used it: start that one.',
  );
}
