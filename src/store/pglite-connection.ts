import type { Worker } from 'node:worker_threads';
import type { Answer, SqlFailure, Statement } from './pglite-thread.ts';
import { type TextRows, writeValue } from './values.ts';

/** The result of one statement, its values still as Postgres writes them. */
export type RawResult = TextRows & { rowCount: number };

export type NotificationListener = (channel: string, payload: string) => void;

/** Sends one statement, or several where `params` is null, and gives the last result. */
export type Send = (sql: string, params: unknown[] | null) => Promise<RawResult>;

/** This side of the thread that holds the embedded database. */
export interface PgliteConnection {
  /** Resolves when the database takes statements. */
  ready: Promise<void>;
  /** Statements run in the order sent. */
  send: Send;
  /** Calls back for every notification; returns a function that stops it. */
  onNotification(listener: NotificationListener): () => void;
  /** Resolves when the database has closed its files. Statements sent before are finished first. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(result: RawResult): void;
  reject(error: Error): void;
}

/** Talks to the thread. When the thread fails or ends, whatever waits for an answer fails with the reason. */
export function connectPglite(worker: Worker): PgliteConnection {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<NotificationListener>();
  let over: Error | null = null;
  let lastId = 0;

  const failAll = (error: Error): void => {
    over ??= error;
    for (const { reject } of waiting.values()) reject(over);
    waiting.clear();
  };
  const settle = (answer: Exclude<Answer, { kind: 'notification' }>): void => {
    const found = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.kind === 'result') found?.resolve(answer.result);
    else found?.reject(sqlError(answer.failure));
  };
  const expect = (id: number): Promise<RawResult> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));

  worker.on('message', (answer: Answer) => {
    if (answer.kind !== 'notification') settle(answer);
    else for (const listener of listeners) listener(answer.channel, answer.payload);
  });
  worker.on('error', (error) => failAll(new Error(`The embedded database failed: ${error.message}`, { cause: error })));
  worker.on('exit', () => failAll(new Error('The thread of the embedded database ended. Start Earshot again.')));
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  return {
    // The thread answers 0 of itself, when it has opened the database.
    ready: expect(0).then(() => undefined),
    send(sql, params) {
      if (over) return Promise.reject(over);
      lastId += 1;
      worker.postMessage({ id: lastId, sql, params: params?.map(writeValue) ?? null } satisfies Statement);
      return expect(lastId);
    },
    onNotification(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      over ??= new Error('The embedded database is closed.');
      worker.postMessage('close');
      await exited;
    },
  };
}

function sqlError({ message, ...fields }: SqlFailure): Error {
  return Object.assign(new Error(message), fields);
}
