import type { Queryable } from '../database.ts';

/** When the first text came to this store; null where none has. A night before that was never due. */
export async function firstIntakeAt(db: Queryable): Promise<Date | null> {
  const [row] = await db.query<{ at: Date | null }>('select min(started_at) as at from intakes');
  return row?.at ?? null;
}

/**
 * Of some days, `YYYY-MM-DD`, those for which no night has run since they ended (UTC) though their window holds texts;
 * the oldest first. @param windowDays null for all days up to each.
 */
export async function missedNights(db: Queryable, days: string[], windowDays: number | null): Promise<string[]> {
  const rows = await db.query<{ day: string }>(
    `select d.day from unnest($1::date[]) as d(day)
     where not exists (
       select from runs r where r.day = d.day and r.ended_at is not null and (r.from_day is null) = ($2::int is null)
         and r.started_at >= (d.day + 1)::timestamp at time zone 'UTC')
     and exists (
       select from tallies t where t.category = '' and t.documents > 0 and t.day <= d.day
         and ($2::int is null or t.day > d.day - $2::int))
     order by d.day`,
    [days, windowDays],
  );
  return rows.map(({ day }) => day);
}
