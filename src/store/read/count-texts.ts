import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { textsWhere } from './where.ts';

/** How many texts the filter means. */
export async function countTexts(db: Queryable, filter: TextFilter): Promise<number> {
  const params: SqlValue[] = [];
  const where = textsWhere(filter, params);
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from documents d where ${where}`,
    params,
  );
  return row?.count ?? 0;
}
