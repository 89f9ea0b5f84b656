import type { AnalysedSentence, Channel } from '../../types.ts';
import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { textsWhere } from './where.ts';

/** A text that speaks plainly of a category. */
export type Voice = {
  id: number;
  channel: Channel;
  receivedAt: Date;
  /** The first 20,000 characters. */
  text: string;
  sentences: AnalysedSentence[];
  /** Towards the category. */
  sentiment: number;
};

/** Feelings of some years ago are no news, and to look at every text of a large category takes long. */
const latest = 2000;

/**
 * The texts that feel most strongly, for good or for ill, about the category: of the latest 2,000 that name it and that
 * the filter means, the latest first among equals.
 */
export function voices(
  db: Queryable,
  filter: TextFilter,
  category: string,
  { side, limit }: { side: 'positive' | 'negative'; limit: number },
): Promise<Voice[]> {
  const params: SqlValue[] = [category, limit];
  // The category is a condition already, and one that an index answers.
  const where = textsWhere({ ...filter, categories: [] }, params);
  return db.query<Voice>(
    `with named as (
       select c.document_id, c.sentiment, c.grade, c.day
       from document_categories c join documents d on d.id = c.document_id
       where c.category = $1 and ${where}
       order by c.day desc, c.document_id desc limit ${latest}
     ), strongest as (
       select * from named where grade ${side === 'positive' ? '>' : '<'} 0
       order by sentiment ${side === 'positive' ? 'desc' : 'asc'}, day desc, document_id desc limit $2
     )
     select d.id, d.channel, d.received_at as "receivedAt", left(d.text, 20000) as text, d.sentences, s.sentiment
     from strongest s join documents d on d.id = s.document_id
     order by abs(s.sentiment) desc, s.day desc, d.id desc`,
    params,
  );
}
