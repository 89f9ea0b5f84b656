import type { Queryable } from '../database.ts';

/** The days nearest to a day for which a night has ended. */
export async function nightNeighbours(
  db: Queryable,
  day: string,
): Promise<{ previousDay: string | null; nextDay: string | null }> {
  const [row] = await db.query<{ previousDay: string | null; nextDay: string | null }>(
    `select max(day) filter (where day < $1::date) as "previousDay", min(day) filter (where day > $1::date) as "nextDay"
     from runs where ended_at is not null and day is not null`,
    [day],
  );
  return row!;
}
