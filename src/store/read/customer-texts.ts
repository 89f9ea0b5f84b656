import type { Channel, Grade } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** A text on a customer's timeline. */
export type CustomerText = {
  id: number;
  channel: Channel;
  receivedAt: Date;
  subject: string | null;
  /** The first 300 characters. */
  opening: string;
  grade: Grade;
  understood: boolean;
  categories: string[];
};

/** What a customer wrote and said, oldest first: the latest `limit` texts. */
export async function customerTexts(db: Queryable, customerId: string, limit: number): Promise<CustomerText[]> {
  const rows = await db.query<CustomerText>(
    `select d.id, d.channel, d.received_at as "receivedAt", d.subject, left(d.text, 300) as opening, d.grade,
       d.understood,
       coalesce((select array_agg(c.category order by c.category) from document_categories c where c.document_id = d.id),
         '{}') as categories
     from documents d where d.customer_id = $1
     order by d.received_at desc, d.id desc limit $2`,
    [customerId, limit],
  );
  return rows.reverse();
}
