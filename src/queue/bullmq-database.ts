import { createPostgresBackend, type PgPool, type PostgresConnectionOptions, runMigrations } from 'bullmq';
import type { PgliteDatabase } from '../store/pglite.ts';
import type { PostgresDatabase } from '../store/postgres.ts';
import { type Engine, openBullQueue } from './bullmq.ts';
import { pgliteAsPool, sessionAsClient } from './pglite-pool.ts';
import type { JobQueue } from './queue.ts';

/** One connection listens for jobs; the others add, take and finish them. */
const connections = { main: 6, another: 3 };

/** Opens the queue in tables beside the store's, in the schema `bullmq`, which is made where it is missing. */
export async function openPostgresQueue(database: PostgresDatabase): Promise<JobQueue> {
  const migrating = database.openPool(1);
  try {
    const client = await migrating.connect();
    await runMigrations(client).finally(() => client.release());
  } finally {
    await migrating.end();
  }
  return openBullQueue(postgresEngine(database, connections.main));
}

function postgresEngine(database: PostgresDatabase, size: number): Engine<PostgresConnectionOptions> {
  const pool = database.openPool(size);
  // The same thing to BullMQ: the two only write the overloads of `on` differently, which the compiler cannot see.
  const bullPool = pool as unknown as PgPool;
  return {
    name: 'postgres',
    connections: { queue: bullPool, worker: bullPool },
    backend: createPostgresBackend,
    disconnect: () => pool.end(),
    another: () => postgresEngine(database, connections.another),
  };
}

/** Opens the queue on the embedded database; close it before the database. */
export async function openPgliteQueue(database: PgliteDatabase): Promise<JobQueue> {
  await database.session((send) => runMigrations(sessionAsClient(send)));
  const pool = pgliteAsPool(database);
  const engine: Engine<PostgresConnectionOptions> = {
    name: 'pglite',
    connections: { queue: pool, worker: pool },
    backend: createPostgresBackend,
    disconnect: async () => undefined,
    another: () => engine,
  };
  return openBullQueue(engine);
}
