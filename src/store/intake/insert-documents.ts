import type { Queryable } from '../database.ts';
import { storableJson, storableText } from '../storable.ts';
import type { Understood } from './save-results.ts';

/**
 * Inserts documents in the order given. One whose fingerprint the store has, or that comes second in the batch, is left
 * out. @returns the new documents' ids by the ids of their raw texts.
 */
export async function insertDocuments(tx: Queryable, results: Understood[]): Promise<Map<string, number>> {
  if (results.length === 0) return new Map();
  const documents = results.map(({ document }) => document);
  const analyses = results.map(({ analysis }) => analysis);
  const orNull = (text: string | null): string | null => (text === null ? null : storableText(text));
  const rows = await tx.query<{ id: number; raw_id: string }>(insertSql, [
    results.map(({ rawId }) => rawId),
    documents.map(({ fingerprint }) => fingerprint),
    documents.map(({ channel }) => channel),
    documents.map(({ source }) => storableText(source)),
    documents.map(({ externalId }) => orNull(externalId)),
    documents.map(({ threadId }) => orNull(threadId)),
    documents.map(({ customerId }) => orNull(customerId)),
    documents.map(({ receivedAt }) => receivedAt),
    documents.map(({ language }) => language),
    documents.map(({ subject }) => orNull(subject)),
    documents.map(({ text }) => storableText(text)),
    documents.map(({ utterances }) => storableJson(utterances)),
    documents.map(({ attributes }) => storableJson(attributes)),
    analyses.map(({ sentences }) => storableJson(sentences)),
    analyses.map(({ sentiment }) => sentiment.score),
    analyses.map(({ sentiment }) => sentiment.grade),
    analyses.map(({ understood }) => understood),
    analyses.map(({ versions }) => storableJson(versions)),
  ]);
  return new Map(rows.map((row) => [row.raw_id, row.id]));
}

const insertSql = `
  insert into documents (raw_id, fingerprint, channel, source, external_id, thread_id, customer_id, received_at,
                         language, subject, text, utterances, attributes, sentences, sentiment, grade, understood, versions)
  select raw_id, fingerprint, channel, source, external_id, thread_id, customer_id, received_at,
         language, subject, text, utterances::jsonb, attributes::jsonb, sentences::jsonb, sentiment, grade, understood,
         versions::jsonb
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
              $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::real[], $16::smallint[],
              $17::boolean[], $18::text[]) with ordinality
       as t(raw_id, fingerprint, channel, source, external_id, thread_id, customer_id, received_at,
            language, subject, text, utterances, attributes, sentences, sentiment, grade, understood, versions, place)
  order by place
  on conflict do nothing
  returning id, raw_id`;
