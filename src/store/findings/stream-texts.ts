import type { AnalysedSentence } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { DocumentWindow } from '../runs/stream-document-categories.ts';

/** A text with its words, as far as 4,000 characters. */
export type StreamedText = {
  id: number;
  day: string;
  language: string;
  customerId: string | null;
  text: string;
  sentences: AnalysedSentence[];
};

const textsAtOnce = 1000;

/** Brings every text of the window that a model reads, in the order of ids, a thousand at a time. */
export async function streamTexts(
  db: Queryable,
  { throughId, fromDay = null, toDay = null }: Omit<DocumentWindow, 'facets'>,
  onBatch: (texts: StreamedText[]) => void,
): Promise<void> {
  let afterId = 0;
  for (;;) {
    const batch = await db.query<StreamedText>(
      `select d.id, d.day, d.language, d.customer_id as "customerId", left(d.text, 4000) as text, d.sentences
       from documents d
       where d.id > $1 and d.id <= $2 and d.understood and ($4::date is null or d.day >= $4::date)
         and ($5::date is null or d.day <= $5::date)
       order by d.id limit $3`,
      [afterId, throughId, textsAtOnce, fromDay, toDay],
    );
    const last = batch.at(-1);
    if (!last) return;
    onBatch(batch);
    afterId = last.id;
  }
}
