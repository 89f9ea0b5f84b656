import type { Queryable } from '../database.ts';

/** How many complaints name a topic, before and since a day. */
export type ComplaintTopic = { category: string; before: number; since: number };

/** Topics of the complaints received from `from` on, parted at `since`. */
export function complaintTopics(db: Queryable, from: string, since: string): Promise<ComplaintTopic[]> {
  return db.query<ComplaintTopic>(
    `select c.category, count(*) filter (where c.day < $2::date)::int as before,
       count(*) filter (where c.day >= $2::date)::int as since
     from document_categories c join cases k on k.document_id = c.document_id
     where c.day >= $1::date and c.facet = 'topic'
     group by c.category order by c.category`,
    [from, since],
  );
}
