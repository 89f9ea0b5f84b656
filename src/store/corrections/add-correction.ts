import type { Correction } from '../../types.ts';
import type { Queryable } from '../database.ts';
import { storableText } from '../storable.ts';

/** Writes down what a person says of a category of a text. */
export async function addCorrection(tx: Queryable, documentId: number, correction: Correction): Promise<void> {
  const { category, verdict, start, end, actor, at } = correction;
  await tx.query(
    `insert into corrections (document_id, category, verdict, start_offset, end_offset, actor, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [documentId, category, verdict, start, end, storableText(actor), at],
  );
}
