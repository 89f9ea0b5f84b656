import type { AnalysedSentence, Channel, Priority } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** A case with its text and the event that is told. */
export type ToldCase = {
  caseId: number;
  team: string;
  priority: Priority;
  state: string;
  dueAt: Date;
  openedAt: Date;
  by: string;
  because: string;
  score: number;
  tags: string[];
  /** Indexes of those of the text's sentences that made the case. */
  evidence: number[];
  documentId: number;
  externalId: string | null;
  threadId: string | null;
  /** What it is about most. */
  topic: string | null;
  customerId: string | null;
  channel: Channel;
  language: string;
  subject: string | null;
  receivedAt: Date;
  /** The first 20,000 characters. */
  text: string;
  sentences: AnalysedSentence[];
  attributes: Record<string, string>;
  event: string;
  detail: Record<string, unknown>;
  at: Date;
  actor: string;
};

/** What a delivery tells of; null where the case is gone. */
export async function toldCase(
  db: Queryable,
  { caseId, eventId }: { caseId: number; eventId: number },
): Promise<ToldCase | null> {
  const [row] = await db.query<ToldCase>(
    `select k.id as "caseId", k.team, k.priority, k.state, k.due_at as "dueAt", k.opened_at as "openedAt",
       k.routed_by as "by", k.because, k.score, k.tags, k.sentences as evidence, d.id as "documentId",
       d.external_id as "externalId", d.thread_id as "threadId", d.customer_id as "customerId", d.channel, d.language,
       d.subject, d.received_at as "receivedAt", left(d.text, 20000) as text, d.sentences, d.attributes,
       l.topic, e.event, e.detail, e.at, e.actor
     from cases k join documents d on d.id = k.document_id
       left join case_documents l on l.document_id = d.id join case_events e on e.id = $2
     where k.id = $1`,
    [caseId, eventId],
  );
  return row ?? null;
}
