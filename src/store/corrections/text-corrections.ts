import type { Correction } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';

/** A correction and the text that it is about. */
export type StoredCorrection = RowOf<Correction> & { documentId: number };

/** All that people ever said of the texts' categories, oldest first. */
export function textCorrections(db: Queryable, documentIds: number[]): Promise<StoredCorrection[]> {
  return db.query<StoredCorrection>(
    `select document_id as "documentId", category, verdict, start_offset as start, end_offset as "end", actor, at
     from corrections where document_id = any($1::bigint[]) order by id`,
    [documentIds],
  );
}
