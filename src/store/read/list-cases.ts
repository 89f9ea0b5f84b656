import type { AnalysedSentence, Case, Channel, Grade } from '../../types.ts';
import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import type { RowOf } from './row-of.ts';
import { casesWhere } from './where.ts';

/** A case with what a list shows of its text. */
export type ListedCase = RowOf<Case> & {
  channel: Channel;
  receivedAt: Date;
  customerId: string | null;
  subject: string | null;
  /** The first 20,000 characters of the text. */
  text: string;
  textSentences: AnalysedSentence[];
  grade: Grade;
};

export const caseColumns = `k.id, k.document_id as "documentId", k.team, k.priority, k.due_at as "dueAt", k.state,
  k.routed_by as "by", k.because, k.score, k.sentences, k.suggestions, k.opened_at as "openedAt",
  k.version, k.owner_id as "ownerId", k.merged_into as "mergedInto", k.tags`;

/** How many cases the filter means. */
export async function countCases(db: Queryable, filter: TextFilter): Promise<number> {
  const params: SqlValue[] = [];
  const where = casesWhere(filter, params);
  const [row] = await db.query<{ count: number }>(`select count(*)::int as count from cases k where ${where}`, params);
  return row?.count ?? 0;
}

/**
 * One page of the cases that the filter means, the soonest due first.
 * @param page.after id of the last case of the page before; null for the first page.
 */
export function listCases(
  db: Queryable,
  filter: TextFilter,
  page: { after: number | null; limit: number },
): Promise<ListedCase[]> {
  const params: SqlValue[] = [page.limit];
  const where = casesWhere(filter, params);
  const after =
    page.after === null
      ? 'true'
      : `(k.due_at, k.id) > (select due_at, id from cases where id = $${params.push(page.after)})`;
  return db.query<ListedCase>(
    `select ${caseColumns}, d.channel, d.received_at as "receivedAt", d.customer_id as "customerId", d.subject,
       left(d.text, 20000) as text, d.sentences as "textSentences", d.grade
     from (select k.id, k.due_at from cases k where ${where} and ${after} order by k.due_at, k.id limit $1) chosen
     join cases k on k.id = chosen.id
     join documents d on d.id = k.document_id
     order by chosen.due_at, chosen.id`,
    params,
  );
}
