import type { Run } from '../../types.ts';
import type { Queryable } from '../database.ts';
import { runColumns } from '../runs/run-columns.ts';
import type { RowOf } from './row-of.ts';

/** A mining run and how many relations it found. */
export type ListedRun = RowOf<Run> & {
  relations: number;
  /** What it is at, and how many texts it has read there; null once it has ended. */
  step: string | null;
  stepTexts: number | null;
  /** Why it did not end. */
  failure: string | null;
  /** Numbers that were counted a second time, and those of them that came out otherwise. */
  checked: number;
  differing: number;
};

/**
 * The latest mining runs, the newest first; `onlyEnded` leaves out one that is under way or was cut off, and begins with
 * those over the whole store, which the pages speak of, and among them with the latest day.
 */
export function listRuns(
  db: Queryable,
  { limit, onlyEnded = false }: { limit: number; onlyEnded?: boolean },
): Promise<ListedRun[]> {
  return db.query<ListedRun>(
    `select ${runColumns}, (select count(*)::int from relations where run_id = r.id) as relations,
       r.step, r.step_texts as "stepTexts", r.failure, r.checked,
       (select count(*)::int from discrepancies where run_id = r.id) as differing
     from runs r where r.ended_at is not null or not $2::boolean
     order by $2::boolean and r.from_day is not null, case when $2::boolean then r.day end desc nulls last, r.id desc limit $1`,
    [limit, onlyEnded],
  );
}
