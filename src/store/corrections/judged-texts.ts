import type { Document } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** A text that a person has judged: `categories` are those that it names by now, of those that people have judged anywhere. */
export type JudgedText = Pick<Document, 'text' | 'utterances'> & { categories: string[] };

/** The texts of which a person's word stands, in the order of their ids. */
export function judgedTexts(db: Queryable): Promise<JudgedText[]> {
  return db.query<JudgedText>(
    `with latest as (
       select distinct on (document_id, category) document_id, category, verdict from corrections
       order by document_id, category, id desc
     ), standing as (
       select document_id, category from latest where verdict <> 'withdrawn'
     )
     select d.text, d.utterances,
            coalesce((select array_agg(c.category order by c.category collate "C") from document_categories c
                      where c.document_id = d.id and c.category in (select category from standing)), '{}') as categories
     from documents d where d.id in (select document_id from standing) order by d.id`,
  );
}
