import type { AnalysedSentence } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { NewAnalysis } from './update-analyses.ts';

type CaseRow = { id: number; documentId: number; sentences: number[]; before: AnalysedSentence[] };

/**
 * A case points at the sentences that made it by their place in the text. Where a new analysis cuts the text another way,
 * it goes on pointing at the same words. To be called before the documents have their new sentences.
 */
export async function moveCaseSentences(tx: Queryable, results: readonly NewAnalysis[]): Promise<void> {
  const after = new Map(results.map(({ documentId, analysis }) => [documentId, analysis.sentences]));
  const cases = await tx.query<CaseRow>(
    `select k.id, k.document_id as "documentId", k.sentences, d.sentences as before
     from cases k join documents d on d.id = k.document_id where k.document_id = any($1::bigint[])`,
    [[...after.keys()]],
  );
  const moved = cases
    .map((row) => ({ ...row, places: samePlaces(row, after.get(row.documentId) ?? []) }))
    .filter(({ sentences, places }) => String(sentences) !== String(places));
  if (moved.length === 0) return;
  await tx.query(
    `update cases k set sentences = t.sentences::jsonb from unnest($1::bigint[], $2::text[]) as t(id, sentences)
     where k.id = t.id`,
    [moved.map(({ id }) => id), moved.map(({ places }) => JSON.stringify(places))],
  );
}

function samePlaces({ sentences, before }: CaseRow, after: readonly AnalysedSentence[]): number[] {
  const stretches = sentences.flatMap((place) => before[place] ?? []);
  return after.flatMap(({ start, end }, place) =>
    stretches.some((stretch) => stretch.start < end && start < stretch.end) ? [place] : [],
  );
}
