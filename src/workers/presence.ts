import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Context } from '../context.ts';
import { forgetWorker, noteWorker } from '../store/queues/workers.ts';
import { version } from '../version.ts';
import { every } from './every.ts';

/** A worker that has not been seen for three times as long is not counted on. */
export const presenceSeconds = 10;
const dayMs = 86_400_000;

/**
 * Says in the store, again and again, that this process works, with which models, and what its stages took.
 * @returns a function that takes the word back.
 */
export function announceWorker(
  { database, meters, models, log, now }: Pick<Context, 'database' | 'meters' | 'models' | 'log' | 'now'>,
  threads: number,
): () => Promise<void> {
  const id = randomUUID();
  const startedAt = now();
  const fixed = { id, host: hostname(), pid: process.pid, threads, version, models: models.versions, startedAt };
  const stop = every(presenceSeconds, log, () =>
    noteWorker(database, { ...fixed, stages: meters.stages(), seenAt: now() }),
  );
  return async () => {
    await stop();
    // At the end of a process the store may be gone; then the word lapses by itself.
    await forgetWorker(database, id, new Date(now().getTime() - dayMs)).catch(() => undefined);
  };
}
