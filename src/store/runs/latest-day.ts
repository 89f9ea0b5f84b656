import type { Queryable } from '../database.ts';

/** The day of the latest text, `YYYY-MM-DD`, null where there is none. A text that claims to come from the future counts only where all do. */
export async function latestDay(db: Queryable, now: Date): Promise<string | null> {
  const [row] = await db.query<{ day: string | null }>(
    `select coalesce(max(day) filter (where day <= $1::date), min(day)) as day
     from tallies where category = '' and documents > 0`,
    [now.toISOString().slice(0, 10)],
  );
  return row?.day ?? null;
}
