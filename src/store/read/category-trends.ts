import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { talliesWhere } from './where.ts';

/** Texts that affirm a category in one of equally long stretches of days. */
export type TrendPoint = { category: string; stretch: number; documents: number };

/**
 * Volume of every category by stretches of `stretchDays` days counted from `firstDay`; stretches without a text are
 * left out. @throws Error when the filter sets anything but days and channels.
 */
export function categoryTrends(
  db: Queryable,
  filter: TextFilter,
  { firstDay, stretchDays }: { firstDay: string; stretchDays: number },
): Promise<TrendPoint[]> {
  const params: SqlValue[] = [firstDay, stretchDays];
  return db.query<TrendPoint>(
    `select t.category, ((t.day - $1::date) / $2::int)::int as stretch, sum(t.documents)::int as documents
     from tallies t
     where t.category <> '' and t.documents > 0 and ${talliesWhere(filter, params)}
     group by 1, 2`,
    params,
  );
}
