import type { Queryable } from '../database.ts';

/**
 * Drops the oldest of the texts that were received before a day, with all that was learned of them: at most so many, so
 * that intake and pages go on in between. A text whose case is not closed stays. What nights found stays as they found it,
 * and triggers take the texts out of the tallies. @returns how many were dropped.
 */
export async function dropOldTexts(
  tx: Queryable,
  { before, limit }: { before: string; limit: number },
): Promise<number> {
  const gone = await tx.query<{ rawId: string }>(
    `delete from documents where id in (
       select d.id from documents d
       where d.day < $1::date
         and not exists (select from cases k where k.document_id = d.id and k.state <> 'closed')
       order by d.day, d.id limit $2)
     returning raw_id as "rawId"`,
    [before, limit],
  );
  await tx.query('delete from raw_texts where id = any ($1::text[])', [gone.map(({ rawId }) => rawId)]);
  return gone.length;
}

/** Drops what never became a document and was last touched before a moment: duplicates, and what was kept aside. */
export async function dropOldLeftovers(
  tx: Queryable,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const gone = await tx.query(
    `delete from raw_texts where id in (
       select id from raw_texts where state in ('duplicate', 'failed') and changed_at < $1 limit $2)
     returning id`,
    [before, limit],
  );
  return gone.length;
}
