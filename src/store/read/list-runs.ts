import type { Run } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from './row-of.ts';

/** A mining run and how many relations it found. */
export type ListedRun = RowOf<Run> & { relations: number };

/** The latest mining runs, the newest first; `onlyEnded` leaves out one that is under way or was cut off. */
export function listRuns(
  db: Queryable,
  { limit, onlyEnded = false }: { limit: number; onlyEnded?: boolean },
): Promise<ListedRun[]> {
  return db.query<ListedRun>(
    `select r.id, r.started_at as "startedAt", r.ended_at as "endedAt", r.through_id as "throughId", r.documents,
       r.versions, (select count(*)::int from relations where run_id = r.id) as relations
     from runs r where r.ended_at is not null or not $2::boolean
     order by r.id desc limit $1`,
    [limit, onlyEnded],
  );
}
