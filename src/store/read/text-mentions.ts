import type { Mention } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** The evidence for a category in one text. */
export type StoredMention = {
  documentId: number;
  sentence: number;
  start: number;
  end: number;
  category: string;
  polarity: Mention['polarity'];
  sentiment: number;
  score: number;
  foundBy: string;
};

/** All evidence in the texts, in the order of their words. */
export function textMentions(db: Queryable, documentIds: number[]): Promise<StoredMention[]> {
  if (documentIds.length === 0) return Promise.resolve([]);
  return db.query<StoredMention>(
    `select document_id as "documentId", sentence, start_offset as start, end_offset as "end", category, polarity,
       sentiment, score, found_by as "foundBy"
     from mentions where document_id = any($1::bigint[])
     order by document_id, start_offset, end_offset, position`,
    [documentIds],
  );
}
