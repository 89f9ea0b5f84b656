import type { Together } from '../../cases/cases-pipeline.ts';
import type { Queryable } from '../database.ts';

/** A complaint as others are held against it. */
export interface Complaint {
  documentId: number;
  threadId: string | null;
  customerId: string | null;
  topic: string | null;
  receivedAt: Date;
}

export type Joinable = { documentId: number; caseId: number; because: 'thread' | 'topic' };

/**
 * For each of the complaints an unclosed case that it belongs to: of its conversation first, else of its customer about
 * its topic. Compared with every complaint of the case and not only with the first, so that the order in which they
 * come hardly matters. The cases found are locked.
 */
export async function findCasesToJoin(
  tx: Queryable,
  complaints: Complaint[],
  { thread, sameTopicDays }: Together,
): Promise<Joinable[]> {
  const found = await tx.query<Joinable>(joinSql, [
    complaints.map(({ documentId }) => documentId),
    complaints.map(({ threadId }) => (thread ? threadId : null)),
    complaints.map(({ customerId }) => (sameTopicDays > 0 ? customerId : null)),
    complaints.map(({ topic }) => topic),
    complaints.map(({ receivedAt }) => receivedAt),
    sameTopicDays,
  ]);
  const locked = await tx.query<{ id: number }>(
    "select id from cases where id = any($1::bigint[]) and state <> 'closed' order by id for update",
    [[...new Set(found.map(({ caseId }) => caseId))]],
  );
  const open = new Set(locked.map(({ id }) => id));
  return found.filter(({ caseId }) => open.has(caseId));
}

const joinSql = `
  select c.document_id as "documentId", found.id as "caseId", found.because
  from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
       as c(document_id, thread_id, customer_id, topic, received_at)
  cross join lateral (
    select k.id, near.because from (
      select l.case_id, 'thread' as because from documents d join case_documents l on l.document_id = d.id
      where d.thread_id = c.thread_id and d.id <> c.document_id
      union all
      select l.case_id, 'topic' from documents d join case_documents l on l.document_id = d.id
      where d.customer_id = c.customer_id and l.topic = c.topic and d.id <> c.document_id
        and d.received_at between c.received_at - make_interval(days => $6::int)
                              and c.received_at + make_interval(days => $6::int)
    ) near join cases k on k.id = near.case_id
    where k.state <> 'closed' order by near.because, k.id limit 1
  ) found`;
