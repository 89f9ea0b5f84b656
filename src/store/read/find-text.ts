import type { AnalysedSentence, DocumentCategory, Facet, Grade, StoredDocument } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** A text with its analysis; `rawId` and `fingerprint` are of no use to people. */
export type FoundText = Omit<StoredDocument, 'rawId' | 'fingerprint'> & {
  sentences: AnalysedSentence[];
  sentiment: number;
  grade: Grade;
  understood: boolean;
  versions: Record<string, string>;
};

/** The text with this id, or null where there is none. */
export async function findText(db: Queryable, id: number): Promise<FoundText | null> {
  const [row] = await db.query<FoundText>(
    `select id, channel, source, external_id as "externalId", thread_id as "threadId", customer_id as "customerId",
       received_at as "receivedAt", language, subject, text, utterances, attributes, sentences, sentiment, grade,
       understood, versions
     from documents where id = $1`,
    [id],
  );
  return row ?? null;
}

/** The categories that the text affirms, the most often named first. */
export async function textCategories(db: Queryable, id: number): Promise<DocumentCategory[]> {
  const rows = await db.query<{ category: string; facet: Facet; mentions: number; score: number; grade: Grade }>(
    `select category, facet, mentions, sentiment as score, grade from document_categories
     where document_id = $1 order by mentions desc, category`,
    [id],
  );
  return rows.map(({ score, grade, ...row }) => ({ ...row, sentiment: { score, grade } }));
}
