import type { Queryable } from '../database.ts';

export type LatestIntake = { id: number; source: string; finishedReading: boolean };

/** The intake begun last; null where there has been none. */
export async function latestIntake(db: Queryable): Promise<LatestIntake | null> {
  const [row] = await db.query<LatestIntake>(
    'select id, source, finished_reading as "finishedReading" from intakes order by id desc limit 1',
  );
  return row ?? null;
}
