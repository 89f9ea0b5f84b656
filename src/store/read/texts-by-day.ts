import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { textsWhere } from './where.ts';

/** How many texts of each day the filter means, the oldest first; days without one are left out. */
export function textsByDay(db: Queryable, filter: TextFilter): Promise<{ day: string; texts: number }[]> {
  const params: SqlValue[] = [];
  const where = textsWhere(filter, params);
  return db.query<{ day: string; texts: number }>(
    `select d.day, count(*)::int as texts from documents d where ${where} group by d.day order by d.day`,
    params,
  );
}
