import type { Run } from '../../types.ts';
import type { Queryable } from '../database.ts';
import { runColumns } from '../runs/run-columns.ts';
import type { RowOf } from './row-of.ts';

/** A mining run and how many relations it found. */
export type ListedRun = RowOf<Run> & { relations: number };

/**
 * The latest mining runs, the newest first; `onlyEnded` leaves out one that is under way or was cut off, and begins with
 * the latest day, so that a night made up for later does not hide last night.
 */
export function listRuns(
  db: Queryable,
  { limit, onlyEnded = false }: { limit: number; onlyEnded?: boolean },
): Promise<ListedRun[]> {
  return db.query<ListedRun>(
    `select ${runColumns}, (select count(*)::int from relations where run_id = r.id) as relations
     from runs r where r.ended_at is not null or not $2::boolean
     order by case when $2::boolean then r.day end desc nulls last, r.id desc limit $1`,
    [limit, onlyEnded],
  );
}
