import type { AnalysedSentence } from '../../types.ts';
import type { Queryable, SqlValue } from '../database.ts';
import { namesSomething } from '../read/covered.ts';
import type { DocumentWindow } from '../runs/stream-document-categories.ts';

/** A text that names nothing of the vocabulary but signals. */
export type UncoveredDocument = { id: number; language: string; text: string; sentences: AnalysedSentence[] };

type Window = Omit<DocumentWindow, 'facets'>;

const within = `d.understood and d.id <= $1 and ($2::date is null or d.day >= $2::date)
  and ($3::date is null or d.day <= $3::date)`;
const bounds = ({ throughId, fromDay = null, toDay = null }: Window): SqlValue[] => [throughId, fromDay, toDay];

/** How many texts of the window name something of the vocabulary. */
export async function countCovered(db: Queryable, window: Window): Promise<{ texts: number; covered: number }> {
  const [row] = await db.query<{ texts: number; covered: number }>(
    `select count(*)::int as texts, count(*) filter (where ${namesSomething})::int as covered
     from documents d where ${within}`,
    bounds(window),
  );
  return row ?? { texts: 0, covered: 0 };
}

/**
 * Texts of the window that name nothing: at most `most`, chosen by the hash of their bytes, which is even and stays the
 * same from night to night.
 */
export function uncoveredTexts(db: Queryable, window: Window, most: number): Promise<UncoveredDocument[]> {
  return db.query<UncoveredDocument>(
    `select d.id, d.language, left(d.text, 4000) as text, d.sentences
     from documents d where ${within} and not ${namesSomething}
     order by d.raw_id limit $4`,
    [...bounds(window), most],
  );
}
