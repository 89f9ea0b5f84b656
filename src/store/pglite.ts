import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { compiledUrl } from '../compiled.ts';
import type { Database, Queryable, Row, SqlValue } from './database.ts';
import { connectPglite, type PgliteConnection } from './pglite-connection.ts';
import { readRows, storeReader } from './values.ts';

/** The embedded database, with what the queue needs besides: statements whose values are still text, and notifications. */
export interface PgliteDatabase extends Database, Pick<PgliteConnection, 'send' | 'onNotification'> {
  readonly engine: 'pglite';
}

/**
 * Opens the embedded database in a thread of its own, creating it where the directory is new. Two processes on one
 * directory lose data without an error, so take the lock file first.
 * @param directory where the database lives, or `memory` for one that ends when it is closed.
 * @throws Error when the directory cannot be written or does not hold a database that can be opened.
 */
export async function openPglite(directory: string): Promise<PgliteDatabase> {
  if (directory !== 'memory') mkdirSync(directory, { recursive: true, mode: 0o700 });
  const dataDir = directory === 'memory' ? 'memory://' : directory;
  const worker = new Worker(compiledUrl('./pglite-thread.js', import.meta.url), {
    workerData: { dataDir },
    execArgv: [],
  });
  const connection = connectPglite(worker);
  await connection.ready;
  return takeTurns(connection);
}

/** One session serves everybody, so the statements of others wait while a transaction is open. */
function takeTurns(connection: PgliteConnection): PgliteDatabase {
  const scopes = new AsyncLocalStorage<{ open: boolean }>();
  let turn = Promise.resolve();

  const myTurn = (): Promise<void> => {
    if (!scopes.getStore()?.open) return turn;
    throw new Error('A transaction is open here: send the statement to its handle, not to the database.');
  };
  const send: PgliteConnection['send'] = async (sql, params) => {
    await myTurn();
    return connection.send(sql, params);
  };
  return {
    engine: 'pglite',
    ...queryable(send),
    send,
    onNotification: connection.onNotification,
    async transaction(work) {
      const before = myTurn();
      let release = (): void => undefined;
      turn = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      const scope = { open: true };
      try {
        return await scopes.run(scope, () => runTransaction(connection, work));
      } finally {
        scope.open = false;
        release();
      }
    },
    async close() {
      await myTurn();
      await connection.close();
    },
  };
}

function queryable(send: PgliteConnection['send']): Queryable {
  return {
    async query<T extends Row>(sql: string, params: SqlValue[] = []): Promise<T[]> {
      return readRows(await send(sql, params), storeReader) as T[];
    },
    async execute(sql) {
      await send(sql, null);
    },
  };
}

async function runTransaction<T>(connection: PgliteConnection, work: (tx: Queryable) => Promise<T>): Promise<T> {
  await connection.send('begin', []);
  try {
    const result = await work(queryable(connection.send));
    await connection.send('commit', []);
    return result;
  } catch (error) {
    // What went wrong first is what people want to know, so a failure to roll back is not told.
    await connection.send('rollback', []).catch(() => undefined);
    throw error;
  }
}
