import type { Run } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';
import { runColumns } from './run-columns.ts';

/**
 * The run that ended last; null where none has. @param over only a run over the whole `store`, or only a `night`'s over
 * a window of days.
 */
export async function latestRun(db: Queryable, over: 'store' | 'night' | null = null): Promise<Run | null> {
  const [run] = await db.query<RowOf<Run>>(
    `select ${runColumns} from runs r
     where ended_at is not null and ($1::text is null or (from_day is null) = ($1::text = 'store'))
     order by id desc limit 1`,
    [over],
  );
  return run ?? null;
}
