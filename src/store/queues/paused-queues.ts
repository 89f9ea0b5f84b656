import type { Queryable } from '../database.ts';
import { storableText } from '../storable.ts';

/** A queue that is to stand still, since when, and by whose word. */
export type PausedQueue = { name: string; pausedAt: Date; pausedBy: string };

/** Notes that a queue is to stand still. Whoever paused it first is kept. */
export async function notePause(db: Queryable, name: string, by: string, now: Date): Promise<void> {
  await db.query(
    'insert into paused_queues (name, paused_at, paused_by) values ($1, $2, $3) on conflict (name) do nothing',
    [storableText(name), now, storableText(by)],
  );
}

/** Notes that a queue is to go on. */
export async function noteResume(db: Queryable, name: string): Promise<void> {
  await db.query('delete from paused_queues where name = $1', [name]);
}

export function pausedQueues(db: Queryable): Promise<PausedQueue[]> {
  return db.query<PausedQueue>(
    'select name, paused_at as "pausedAt", paused_by as "pausedBy" from paused_queues order by name',
  );
}
