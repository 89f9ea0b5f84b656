import type { Analysis } from '../../types.ts';
import type { Queryable } from '../database.ts';
import { storableJson } from '../storable.ts';

/** An analysis and the document that it is of. */
export interface NewAnalysis {
  documentId: number;
  analysis: Analysis;
}

/**
 * Puts sentences, sentiment and versions in the place of those that documents have; evidence and categories have tables of
 * their own. @returns the documents that were analysed by other versions until now.
 */
export async function updateAnalyses(tx: Queryable, results: readonly NewAnalysis[]): Promise<Set<number>> {
  const analyses = results.map(({ analysis }) => analysis);
  const rows = await tx.query<{ id: number }>(
    `update documents d
     set sentences = t.sentences::jsonb, sentiment = t.sentiment, grade = t.grade, understood = t.understood,
         versions = t.versions::jsonb
     from unnest($1::bigint[], $2::text[], $3::real[], $4::smallint[], $5::boolean[], $6::text[])
          as t(id, sentences, sentiment, grade, understood, versions)
     where d.id = t.id and d.versions <> t.versions::jsonb
     returning d.id`,
    [
      results.map(({ documentId }) => documentId),
      analyses.map(({ sentences }) => storableJson(sentences)),
      analyses.map(({ sentiment }) => sentiment.score),
      analyses.map(({ sentiment }) => sentiment.grade),
      analyses.map(({ understood }) => understood),
      analyses.map(({ versions }) => storableJson(versions)),
    ],
  );
  return new Set(rows.map(({ id }) => id));
}
