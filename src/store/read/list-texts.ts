import type { AnalysedSentence, CaseState, Channel, Grade } from '../../types.ts';
import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { textsWhere } from './where.ts';

/** One line of a list of texts. */
export type ListedText = {
  id: number;
  channel: Channel;
  source: string;
  customerId: string | null;
  receivedAt: Date;
  language: string;
  subject: string | null;
  /** The first 20,000 characters: a list shows no more. */
  text: string;
  sentences: AnalysedSentence[];
  sentiment: number;
  grade: Grade;
  understood: boolean;
  caseId: number | null;
  caseTeam: string | null;
  caseState: CaseState | null;
};

/**
 * One page of the texts that the filter means, the newest day first.
 * @param page.after id of the last text of the page before; null for the first page.
 */
export function listTexts(
  db: Queryable,
  filter: TextFilter,
  page: { after: number | null; limit: number },
): Promise<ListedText[]> {
  const params: SqlValue[] = [page.limit];
  const where = textsWhere(filter, params);
  const after =
    page.after === null
      ? 'true'
      : `(d.day, d.id) < (select day, id from documents where id = $${params.push(page.after)})`;
  return db.query<ListedText>(
    `select d.id, d.channel, d.source, d.customer_id as "customerId", d.received_at as "receivedAt", d.language,
       d.subject, left(d.text, 20000) as text, d.sentences, d.sentiment, d.grade, d.understood,
       k.id as "caseId", k.team as "caseTeam", k.state as "caseState"
     from (select d.id, d.day from documents d where ${where} and ${after}
           order by d.day desc, d.id desc limit $1) chosen
     join documents d on d.id = chosen.id
     left join cases k on k.document_id = d.id
     order by chosen.day desc, chosen.id desc`,
    params,
  );
}
