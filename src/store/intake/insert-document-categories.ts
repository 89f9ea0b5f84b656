import type { Queryable } from '../database.ts';
import type { FoundEvidence } from './insert-mentions.ts';

/** Inserts which categories documents affirm that have none yet. The day is the document's, so that counts by day need no join. */
export async function insertDocumentCategories(tx: Queryable, results: readonly FoundEvidence[]): Promise<void> {
  const rows = results.flatMap(({ documentId, analysis }) =>
    analysis.categories.map((category) => ({ documentId, ...category })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into document_categories (document_id, category, facet, day, mentions, sentiment, grade)
     select t.document_id, t.category, t.facet, d.day, t.mentions, t.sentiment, t.grade
     from unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::real[], $6::smallint[])
          as t(document_id, category, facet, mentions, sentiment, grade)
     join documents d on d.id = t.document_id`,
    [
      rows.map(({ documentId }) => documentId),
      rows.map(({ category }) => category),
      rows.map(({ facet }) => facet),
      rows.map(({ mentions }) => mentions),
      rows.map(({ sentiment }) => sentiment.score),
      rows.map(({ sentiment }) => sentiment.grade),
    ],
  );
}
