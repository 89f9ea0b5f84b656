import type { Queryable } from '../database.ts';
import { insertDocumentCategories } from './insert-document-categories.ts';
import { type FoundEvidence, insertMentions } from './insert-mentions.ts';

/** Puts other evidence and categories in the place of those that documents have; the tallies follow by triggers. */
export async function replaceEvidence(tx: Queryable, results: readonly FoundEvidence[]): Promise<void> {
  if (results.length === 0) return;
  const ids = results.map(({ documentId }) => documentId);
  await tx.query('delete from mentions where document_id = any($1::bigint[])', [ids]);
  await tx.query('delete from document_categories where document_id = any($1::bigint[])', [ids]);
  await insertMentions(tx, results);
  await insertDocumentCategories(tx, results);
}
