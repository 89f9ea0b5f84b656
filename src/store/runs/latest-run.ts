import type { Run } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';
import { runColumns } from './run-columns.ts';

/** The run that ended last; null where none has. */
export async function latestRun(db: Queryable): Promise<Run | null> {
  const [run] = await db.query<RowOf<Run>>(
    `select ${runColumns} from runs r where ended_at is not null order by id desc limit 1`,
  );
  return run ?? null;
}
