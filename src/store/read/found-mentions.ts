import type { Mention } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from './row-of.ts';

/** The evidence of one text in the order in which it was saved. */
export function foundMentions(db: Queryable, documentId: number): Promise<Mention[]> {
  return db.query<RowOf<Mention>>(
    `select sentence, start_offset as start, end_offset as "end", category, polarity, sentiment, score, found_by as by
     from mentions where document_id = $1 order by position`,
    [documentId],
  );
}
