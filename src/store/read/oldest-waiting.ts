import type { Queryable } from '../database.ts';

/** Since when the text that has waited longest waits; null when none does. */
export async function oldestWaiting(db: Queryable): Promise<Date | null> {
  const [row] = await db.query<{ since: Date | null }>(
    "select min(changed_at) as since from raw_texts where state = 'waiting'",
  );
  return row?.since ?? null;
}
