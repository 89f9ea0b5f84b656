import { EventEmitter } from 'node:events';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';
import type { PgliteDatabase } from '../store/pglite.ts';
import type { Send } from '../store/pglite-connection.ts';
import { readRows, standardReader } from '../store/values.ts';

/** The embedded database as BullMQ wants to see one: as a pool of connections, which here all share one session. */
export function pgliteAsPool(database: PgliteDatabase): PgPool {
  const events = new EventEmitter();
  return Object.assign(events, {
    query: querying(database.send),
    connect: async (): Promise<PgPoolClient> => listeningClient(database),
    // The database belongs to whoever opened it.
    end: async (): Promise<void> => undefined,
    // Nothing between here and the thread can go silent, so a worker may wait for a notification as long as it likes.
    options: { keepAlive: true },
  });
}

/** A client whose statements may open a transaction themselves; only inside `PgliteDatabase.session`. */
export function sessionAsClient(send: Send): Pick<PgPoolClient, 'query'> {
  return { query: querying(send) };
}

function listeningClient(database: PgliteDatabase): PgPoolClient {
  const events = new EventEmitter();
  const stop = database.onNotification((channel, payload) => events.emit('notification', { channel, payload }));
  return Object.assign(events, { query: querying(database.send), release: stop });
}

function querying(send: Send): PgPool['query'] {
  return async <R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> => {
    const result = await send(text, params ? [...params] : null);
    return { rows: readRows(result, standardReader) as R[], rowCount: result.rowCount };
  };
}
