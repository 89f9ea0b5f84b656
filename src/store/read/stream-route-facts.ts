import type { Channel, DocumentCategory, Grade } from '../../types.ts';
import type { Queryable } from '../database.ts';
import { contactDaysSql } from './contact-days.ts';

/** A text as rules see it. */
export type RoutedText = {
  id: number;
  channel: Channel;
  language: string;
  attributes: Record<string, string>;
  grade: Grade;
  categories: Pick<DocumentCategory, 'category' | 'facet'>[];
  /** Both empty where no rule asks for words. */
  subject: string | null;
  text: string;
  contactDaysAgo: number[];
};

const textsAtOnce = 500;

/** The latest texts, the newest first, some hundred at a time. @param needs what rules ask for beside categories. */
export async function* streamRouteFacts(
  db: Queryable,
  limit: number,
  needs: { words: boolean; contacts: { withinDays: number; most: number } | null },
): AsyncGenerator<RoutedText> {
  const contacts = needs.contacts ? contactDaysSql('d.customer_id', 'd.received_at', '$4', '$5') : "'{}'::float8[]";
  const beside = needs.contacts ? [needs.contacts.withinDays, needs.contacts.most] : [];
  let before = Number.MAX_SAFE_INTEGER;
  for (let left = limit; left > 0; ) {
    const batch = await db.query<RoutedText>(
      `select d.id, d.channel, d.language, d.attributes, d.grade, ${contacts} as "contactDaysAgo",
         case when $3::boolean then d.subject end as subject, case when $3::boolean then left(d.text, 20000) else '' end as text,
         coalesce((select jsonb_agg(jsonb_build_object('category', c.category, 'facet', c.facet))
           from document_categories c where c.document_id = d.id), '[]') as categories
       from documents d where d.id < $1 order by d.id desc limit $2`,
      [before, Math.min(left, textsAtOnce), needs.words, ...beside],
    );
    yield* batch;
    const last = batch.at(-1);
    if (!last) return;
    before = last.id;
    left -= batch.length;
  }
}
