import type { Queryable } from '../database.ts';

/** Monday of the latest week that is over (UTC) and in which texts were received; null where there is none. */
export async function lastFullWeek(db: Queryable, now: Date): Promise<string | null> {
  const [row] = await db.query<{ week: string | null }>(
    `select date_trunc('week', max(day))::date as week from documents
     where day < date_trunc('week', $1::timestamptz at time zone 'UTC')::date and understood`,
    [now],
  );
  return row?.week ?? null;
}
