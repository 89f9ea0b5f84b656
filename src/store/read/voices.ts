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

/** The texts that feel most strongly, for good or for ill, about the category, the latest first among equals. */
export function voices(
  db: Queryable,
  filter: TextFilter,
  category: string,
  { side, limit }: { side: 'positive' | 'negative'; limit: number },
): Promise<Voice[]> {
  const params: SqlValue[] = [category, limit];
  const where = textsWhere(filter, params);
  const direction = side === 'positive' ? 'desc' : 'asc';
  return db.query<Voice>(
    `select d.id, d.channel, d.received_at as "receivedAt", left(d.text, 20000) as text, d.sentences,
       v.sentiment
     from document_categories v join documents d on d.id = v.document_id
     where v.category = $1 and v.grade ${side === 'positive' ? '>' : '<'} 0 and ${where}
     order by v.sentiment ${direction}, v.day desc, d.id desc limit $2`,
    params,
  );
}
