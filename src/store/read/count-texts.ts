import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { textsWhere } from './where.ts';

/** How many texts the filter means. @param most counting ends there; null counts them all. */
export async function countTexts(db: Queryable, filter: TextFilter, most: number | null = null): Promise<number> {
  const params: SqlValue[] = [];
  const where = textsWhere(filter, params);
  const [row] = await db.query<{ count: number }>(
    most === null
      ? `select count(*)::int as count from documents d where ${where}`
      : `select count(*)::int as count from (select from documents d where ${where} limit ${most}) met`,
    params,
  );
  return row?.count ?? 0;
}
