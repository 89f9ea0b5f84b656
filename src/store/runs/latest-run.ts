import type { Run } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';

/** The run that ended last; null where none has. */
export async function latestRun(db: Queryable): Promise<Run | null> {
  const [run] = await db.query<RowOf<Run>>(
    `select id, started_at as "startedAt", ended_at as "endedAt", through_id as "throughId", documents, versions
     from runs where ended_at is not null order by id desc limit 1`,
  );
  return run ?? null;
}
