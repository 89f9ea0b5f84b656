import type { Queryable } from '../database.ts';

/**
 * Lets what was kept aside wait once more, to be read with today's program and settings.
 * @returns the ids that wait now, to be put on the queue; ids of nothing kept aside are passed over.
 */
export async function replayFailures(db: Queryable, ids: string[] | 'all', now: Date): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `update raw_texts set state = 'waiting', reason = null, changed_at = $2
     where state = 'failed' and ($1::text[] is null or id = any($1::text[]))
     returning id`,
    [ids === 'all' ? null : ids, now],
  );
  return rows.map(({ id }) => id);
}
