import pg from 'pg';
import type { Database, Queryable, Row, SqlValue } from './database.ts';
import { storeReader, writeValue } from './values.ts';

/** Postgres, with what the queue needs besides. */
export interface PostgresDatabase extends Database {
  readonly engine: 'postgres';
  /** Opens further connections to the same database, which read values as `pg` does by itself. The caller ends them. */
  openPool(size: number): pg.Pool;
}

/**
 * Opens a pool of connections to Postgres. A connection that Postgres closes (at a restart, say) is replaced at the
 * next statement.
 * @param url `postgres://user:password@host:5432/database`
 * @throws Error when Postgres does not answer or refuses; the message does not repeat the URL, which may hold a password.
 */
export async function openPostgres(url: string): Promise<PostgresDatabase> {
  const pool = openPool(url, 10, storeReader as pg.CustomTypesConfig['getTypeParser']);
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    const { hostname, port, pathname } = new URL(url);
    const place = `${hostname}:${port || 5432}${pathname}`;
    throw new Error(`Postgres at ${place} cannot be used: ${reasonOf(error)}. Is DATABASE_URL right?`, {
      cause: error,
    });
  }
  return {
    engine: 'postgres',
    ...queryable(pool),
    transaction: (work) => runTransaction(pool, work),
    openPool: (size) => openPool(url, size),
    close: () => pool.end(),
  };
}

export const isPostgres = (database: Database): database is PostgresDatabase => database.engine === 'postgres';

function openPool(url: string, size: number, getTypeParser?: pg.CustomTypesConfig['getTypeParser']): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    keepAlive: true,
    application_name: 'earshot',
    connectionTimeoutMillis: 10_000,
    // BullMQ's statements name its tables without their schema.
    options: '-c search_path=public,bullmq',
    ...(getTypeParser && { types: { getTypeParser } }),
  });
  // An idle connection was cut. The pool has dropped it already; without a listener Node would end the process.
  pool.on('error', () => undefined);
  return pool;
}

function queryable(connection: pg.Pool | pg.PoolClient): Queryable {
  return {
    async query<T extends Row>(sql: string, params: SqlValue[] = []): Promise<T[]> {
      return (await connection.query<T>(sql, params.map(writeValue))).rows;
    },
    async execute(sql) {
      await connection.query(sql);
    },
  };
}

async function runTransaction<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection cut between two statements tells so here; the next statement fails and says it to the caller.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('begin');
    const result = await work(queryable(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** Node tells of a refused connection to several addresses in an error without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(String).join('; ');
  return error instanceof Error ? error.message : String(error);
}
