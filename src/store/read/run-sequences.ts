import type { FoundSequence, Run } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from './row-of.ts';

/** What follows what within customers, by a run: seen more often than in shuffled order, the least likely first. */
export function runSequences(db: Queryable, run: Pick<Run, 'id'>, limit: number): Promise<RowOf<FoundSequence>[]> {
  return db.query<RowOf<FoundSequence>>(
    `select first_category as first, then_category as then, within_days as "withinDays", customers, expected, p, q,
       examples
     from sequences where run_id = $1 and customers > expected
     order by p, customers / greatest(expected, 0.001) desc, first_category collate "C", then_category collate "C" limit $2`,
    [run.id, limit],
  );
}
