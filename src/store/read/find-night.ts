import type { Run } from '../../types.ts';
import type { Queryable } from '../database.ts';
import { runColumns } from '../runs/run-columns.ts';
import type { RowOf } from './row-of.ts';

/** A run that is for a day, with the highest change of labels that it had seen. */
export type Night = RowOf<Run> & { day: string; throughChange: number };

/**
 * The ended night for a day, or for the latest day where that is null; null where there is none. A run over the whole
 * store for that day stands in where no night over a window was run.
 */
export async function findNight(db: Queryable, day: string | null): Promise<Night | null> {
  const [night] = await db.query<Night>(
    `select ${runColumns}, r.through_change as "throughChange" from runs r where r.ended_at is not null and r.day is not null and ($1::date is null or r.day = $1)
     order by r.day desc, r.from_day is null, r.id desc limit 1`,
    [day],
  );
  return night ?? null;
}

/** The ended night for the latest day before a night's, over as much: a window, or the whole store. */
export async function nightBefore(
  db: Queryable,
  { day, fromDay }: Pick<Night, 'day' | 'fromDay'>,
): Promise<Night | null> {
  const [night] = await db.query<Night>(
    `select ${runColumns}, r.through_change as "throughChange" from runs r where r.ended_at is not null and r.day < $1 and (r.from_day is null) = $2
     order by r.day desc, r.id desc limit 1`,
    [day, fromDay === null],
  );
  return night ?? null;
}
