import type { Database } from './database.ts';

const everySeconds = 30;

/** Log written since the last checkpoint beyond which the next is due: what a restart after a kill must read again. */
const checkpointMegabytes = 64;

/**
 * Looks after the embedded database as Postgres' own background processes do elsewhere: here there are none, so that
 * dead rows and the log would grow for ever. Elsewhere it does nothing.
 * @param onError told of what fails; it is tried again half a minute later.
 * @returns a function that stops it and waits for the work under way.
 */
export function startVacuum(
  database: Database,
  onError: (error: unknown) => void = () => undefined,
): () => Promise<void> {
  if (database.engine !== 'pglite') return async () => undefined;
  let underWay: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    underWay ??= vacuum(database)
      .catch(onError)
      .finally(() => {
        underWay = null;
      });
  }, everySeconds * 1000).unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}

/** Vacuums and analyses, one by one, the tables that need it, and checkpoints when it is due. @returns those tables. */
export async function vacuum(database: Database): Promise<string[]> {
  // What was changed within the last second is not in the statistics by itself.
  await database.query('select pg_stat_force_next_flush()');
  const tables = await database.query<{ name: string }>(wornTables);
  for (const { name } of tables) await database.execute(`vacuum (analyze) ${name}`);
  const [log] = await database.query<{ bytes: number }>(
    'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int8 as bytes from pg_control_checkpoint()',
  );
  if ((log?.bytes ?? 0) > checkpointMegabytes * 2 ** 20) await database.execute('checkpoint');
  return tables.map(({ name }) => name);
}

/** The measures of autovacuum (Postgres manual, "Automatic Vacuuming") with its default thresholds and factors. */
const wornTables = `
  select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
  where n_dead_tup > 50 + 0.2 * n_live_tup
     or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup
     or n_mod_since_analyze > 50 + 0.1 * n_live_tup
  order by n_dead_tup`;
