import type { AnalysedSentence, CaseState, Channel, Grade } from '../../types.ts';
import type { Queryable, SqlValue } from '../database.ts';
import { countTexts } from './count-texts.ts';
import type { TextFilter } from './filter.ts';
import { textsWhere } from './where.ts';

/** Who searches for a word that so many texts hold learns that they are so many or more: nobody reads them all. */
export const mostFoundByWords = 10_000;

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
 * How many texts the filter means, of a search for words `mostFoundByWords` at most, and one page of them, the newest day first.
 * @param page.after id of the last text of the page before; null for the first page.
 */
export async function listTexts(
  db: Queryable,
  filter: TextFilter,
  page: { after: number | null; limit: number },
): Promise<{ found: number; texts: ListedText[] }> {
  if (filter.words === '') return { found: await countTexts(db, filter), texts: await pageOfTexts(db, filter, page) };
  // A rare word is found once for both answers, by the index of words. Of a word that stands in a large part of all texts
  // the index knows too many, and walking back through the days is quicker for the page.
  const found = await countTexts(db, filter, mostFoundByWords);
  if (found < mostFoundByWords) return searchTexts(db, filter, page);
  return { found, texts: await pageOfTexts(db, filter, page) };
}

function pageOfTexts(db: Queryable, filter: TextFilter, page: Page): Promise<ListedText[]> {
  const params: SqlValue[] = [page.limit];
  const where = textsWhere(filter, params);
  const after = afterCondition(page, params);
  return db.query<ListedText>(
    `select ${columns}
     from (select d.id, d.day from documents d where ${where} and ${after}
           order by d.day desc, d.id desc limit $1) chosen ${joins}
     order by chosen.day desc, chosen.id desc`,
    params,
  );
}

async function searchTexts(db: Queryable, filter: TextFilter, page: Page): ReturnType<typeof listTexts> {
  const params: SqlValue[] = [page.limit];
  const where = textsWhere(filter, params);
  const after = afterCondition(page, params);
  const rows = await db.query<Partial<ListedText> & { found: number }>(
    `with met as materialized (select d.id, d.day from documents d where ${where}),
       chosen as (select d.id, d.day from met d where ${after} order by d.day desc, d.id desc limit $1)
     select (select count(*)::int from met) as found, ${columns}
     from (select) once left join (chosen ${joins}) on true
     order by chosen.day desc, chosen.id desc`,
    params,
  );
  // The row that says how many there are has no text where the page is empty.
  const texts = rows.filter((row): row is ListedText & { found: number } => typeof row.id === 'number');
  return { found: rows[0]?.found ?? 0, texts };
}

type Page = { after: number | null; limit: number };

function afterCondition({ after }: Page, params: SqlValue[]): string {
  if (after === null) return 'true';
  return `(d.day, d.id) < (select day, id from documents where id = $${params.push(after)})`;
}

const columns = `t.id, t.channel, t.source, t.customer_id as "customerId", t.received_at as "receivedAt", t.language,
  t.subject, left(t.text, 20000) as text, t.sentences, t.sentiment, t.grade, t.understood,
  k.id as "caseId", k.team as "caseTeam", k.state as "caseState"`;
const joins = 'join documents t on t.id = chosen.id left join cases k on k.document_id = t.id';
