import type { Analysis } from '../../types.ts';
import type { Queryable } from '../database.ts';
import { storableText } from '../storable.ts';

/** What documents were found to say. */
export type FoundEvidence = { documentId: number; analysis: Pick<Analysis, 'mentions' | 'categories'> };

/** Inserts the evidence of documents that have none yet, numbered from 0 within each. */
export async function insertMentions(tx: Queryable, results: readonly FoundEvidence[]): Promise<void> {
  const rows = results.flatMap(({ documentId, analysis }) =>
    analysis.mentions.map((mention, position) => ({ documentId, position, ...mention })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into mentions (document_id, position, sentence, start_offset, end_offset, category, polarity, sentiment,
                           score, found_by)
     select * from unnest($1::bigint[], $2::int[], $3::int[], $4::int[], $5::int[], $6::text[], $7::text[], $8::real[],
                          $9::real[], $10::text[])`,
    [
      rows.map(({ documentId }) => documentId),
      rows.map(({ position }) => position),
      rows.map(({ sentence }) => sentence),
      rows.map(({ start }) => start),
      rows.map(({ end }) => end),
      rows.map(({ category }) => category),
      rows.map(({ polarity }) => polarity),
      rows.map(({ sentiment }) => sentiment),
      rows.map(({ score }) => score),
      rows.map(({ by }) => storableText(by)),
    ],
  );
}
