import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { talliesWhere } from './where.ts';

/** Texts that affirm a category. */
export type CategoryTally = {
  category: string;
  documents: number;
  negative: number;
  positive: number;
  /** Sum of the sentiment towards the category. */
  sentiment: number;
};

/**
 * Volume and sentiment of every category that some text affirms, the largest first.
 * @throws Error when the filter sets anything but days and channels.
 */
export function categoryTallies(db: Queryable, filter: TextFilter): Promise<CategoryTally[]> {
  const params: SqlValue[] = [];
  return db.query<CategoryTally>(
    `select t.category, sum(t.documents)::int as documents, sum(t.negative)::int as negative,
       sum(t.positive)::int as positive, sum(t.sentiment) as sentiment
     from tallies t
     where t.category <> '' and ${talliesWhere(filter, params)}
     group by t.category having sum(t.documents) > 0
     order by documents desc, t.category`,
    params,
  );
}
