import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { compiledUrl } from '../compiled.ts';
import type { Database, Queryable, Row, SqlValue } from './database.ts';
import { connectPglite, type NotificationListener, type PgliteConnection, type Send } from './pglite-connection.ts';
import { readRows, storeReader } from './values.ts';

/** The embedded database, with what the queue needs besides. */
export interface PgliteDatabase extends Database {
  readonly engine: 'pglite';
  /** Sends a statement and gives its values as Postgres writes them. */
  send: Send;
  /** Lends the one session: until `work` ends, the statements of others wait. */
  session<T>(work: (send: Send) => Promise<T>): Promise<T>;
  /** Calls back for every notification of a channel that some statement listens to; returns a function that stops it. */
  onNotification(listener: NotificationListener): () => void;
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

export const isPglite = (database: Database): database is PgliteDatabase => database.engine === 'pglite';

/** One session serves everybody, so the statements of others wait while it is lent to a transaction. */
function takeTurns(connection: PgliteConnection): PgliteDatabase {
  const scopes = new AsyncLocalStorage<{ open: boolean }>();
  let turn = Promise.resolve();

  const myTurn = (): Promise<void> => {
    if (!scopes.getStore()?.open) return turn;
    throw new Error('A transaction is open here: send the statement to its handle, not to the database.');
  };
  const send: Send = async (sql, params) => {
    await myTurn();
    return connection.send(sql, params);
  };
  const session: PgliteDatabase['session'] = async (work) => {
    const before = myTurn();
    let release = (): void => undefined;
    turn = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    const scope = { open: true };
    try {
      return await scopes.run(scope, () => work(connection.send));
    } finally {
      scope.open = false;
      release();
    }
  };
  return {
    engine: 'pglite',
    ...queryable(send),
    transaction: (work) => session((inside) => runTransaction(inside, work)),
    send,
    session,
    onNotification: connection.onNotification,
    async close() {
      await myTurn();
      await connection.close();
    },
  };
}

function queryable(send: Send): Queryable {
  return {
    async query<T extends Row>(sql: string, params: SqlValue[] = []): Promise<T[]> {
      return readRows(await send(sql, params), storeReader) as T[];
    },
    async execute(sql) {
      await send(sql, null);
    },
  };
}

async function runTransaction<T>(send: Send, work: (tx: Queryable) => Promise<T>): Promise<T> {
  await send('begin', []);
  try {
    const result = await work(queryable(send));
    await send('commit', []);
    return result;
  } catch (error) {
    // What went wrong first is what people want to know, so a failure to roll back is not told.
    await send('rollback', []).catch(() => undefined);
    throw error;
  }
}
