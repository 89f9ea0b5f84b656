import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { textsWhere } from './where.ts';

/** Texts in a language that no model reads. */
export type UnreadLanguage = { language: string; documents: number };

/** The languages that no model reads among the texts that the filter means, the most frequent first. */
export function languagesNotUnderstood(db: Queryable, filter: TextFilter): Promise<UnreadLanguage[]> {
  const params: SqlValue[] = [];
  const where = textsWhere({ ...filter, understood: false }, params);
  return db.query<UnreadLanguage>(
    `select d.language, count(*)::int as documents from documents d where ${where}
     group by d.language order by documents desc, d.language`,
    params,
  );
}
