import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { textsWhere } from './where.ts';

/** Texts with one value of coded data, and how they feel. */
export type AttributeTally = {
  name: string;
  value: string;
  documents: number;
  understood: number;
  negative: number;
  positive: number;
  /** Sum of the sentiment of the understood ones. */
  sentiment: number;
  /** How many values the name has in these texts. */
  values: number;
};

/** The most frequent values, `limit` for each name, of the coded data of the texts that the filter means. */
export function attributeTallies(db: Queryable, filter: TextFilter, limit: number): Promise<AttributeTally[]> {
  const params: SqlValue[] = [limit];
  const where = textsWhere(filter, params);
  return db.query<AttributeTally>(
    `with counted as (
       select a.key as name, a.value, count(*)::int as documents, count(*) filter (where d.understood)::int as understood,
         count(*) filter (where d.understood and d.grade < 0)::int as negative,
         count(*) filter (where d.understood and d.grade > 0)::int as positive,
         coalesce(sum(d.sentiment::float8) filter (where d.understood), 0) as sentiment
       from documents d, jsonb_each_text(d.attributes) a
       where ${where} and a.value <> ''
       group by a.key, a.value
     ), ranked as (
       select *, count(*) over (partition by name)::int as values,
         row_number() over (partition by name order by documents desc, value) as rank
       from counted
     )
     select name, value, documents, understood, negative, positive, sentiment, values
     from ranked where rank <= $1 order by name, documents desc, value`,
    params,
  );
}
