import type { Channel, Route } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** A complaint of a case, and why it is in it. */
export type CaseText = {
  id: number;
  channel: Channel;
  subject: string | null;
  customerId: string | null;
  receivedAt: Date;
  language: string;
  topic: string | null;
  because: 'opened' | 'thread' | 'topic' | 'merged' | 'split';
  /** Where it would go by itself. */
  route: Pick<Route, 'team' | 'priority' | 'by' | 'because' | 'score'>;
};

/** Every complaint of a case, the one that opened it first. */
export function caseTexts(db: Queryable, caseId: number): Promise<CaseText[]> {
  return db.query<CaseText>(
    `select d.id, d.channel, d.subject, d.customer_id as "customerId", d.received_at as "receivedAt", d.language,
       l.topic, l.because, l.route
     from case_documents l join documents d on d.id = l.document_id join cases k on k.id = l.case_id
     where l.case_id = $1 order by k.document_id <> d.id, d.received_at, d.id limit 200`,
    [caseId],
  );
}
