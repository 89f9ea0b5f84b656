/**
 * The thread in which the embedded database lives: its queries are computed in-process and would otherwise hold up
 * everything else. Values cross as the text that Postgres writes; the other side reads them.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Results, types } from '@electric-sql/pglite';
import type { TextRows } from './values.ts';

/** Asks for one statement with parameters, or, where `params` is null, for the last result of several statements. */
export interface Statement {
  id: number;
  sql: string;
  params: (string | Uint8Array | null)[] | null;
}

/** What Postgres says of a statement that failed. */
export interface SqlFailure {
  message: string;
  code?: string | undefined;
  detail?: string | undefined;
  hint?: string | undefined;
  constraint?: string | undefined;
  table?: string | undefined;
  column?: string | undefined;
  where?: string | undefined;
}

export type Answer =
  | { kind: 'result'; id: number; result: TextRows & { rowCount: number } }
  | { kind: 'failure'; id: number; failure: SqlFailure }
  | { kind: 'notification'; channel: string; payload: string };

const port = parentPort;
if (!port) throw new Error('pglite-thread is the entry of a thread and cannot run by itself.');
const answer = (message: Answer): void => port.postMessage(message);

const asIs = (text: string): string => text;
const database = await PGlite.create({
  dataDir: (workerData as { dataDir: string }).dataDir,
  // Bytes go as bytes: the library would spell each one out in hexadecimal.
  serializers: { [types.BYTEA]: (bytes: string) => bytes },
  startParams: PGlite.defaultStartParams.map((param) => (param === 'search_path=public' ? `${param},bullmq` : param)),
});
for (const type of Object.keys(database.parsers)) database.parsers[type] = asIs;
database.onNotification((channel, payload) => answer({ kind: 'notification', channel, payload }));

// Statements before this one have been sent to the database already, and it answers in order.
const last: { done: Promise<unknown> } = { done: Promise.resolve() };
port.on('message', (statement: Statement | 'close') => {
  if (statement === 'close') {
    last.done.then(() => database.close()).finally(() => port.close());
    return;
  }
  last.done = run(statement).then(
    (result) => answer({ kind: 'result', id: statement.id, result }),
    (error: Error) => answer({ kind: 'failure', id: statement.id, failure: describe(error) }),
  );
});
answer({ kind: 'result', id: 0, result: { columns: [], rows: [], rowCount: 0 } });

async function run({ sql, params }: Statement): Promise<TextRows & { rowCount: number }> {
  const options = { rowMode: 'array' } as const;
  const results = params === null ? await database.exec(sql, options) : [await database.query(sql, params, options)];
  const result = results.at(-1) as Results<(string | null)[]> | undefined;
  return {
    columns: result?.fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })) ?? [],
    rows: result?.rows ?? [],
    rowCount: result?.affectedRows || result?.rows.length || 0,
  };
}

function describe(error: SqlFailure): SqlFailure {
  const { message, code, detail, hint, constraint, table, column, where } = error;
  return { message, code, detail, hint, constraint, table, column, where };
}
