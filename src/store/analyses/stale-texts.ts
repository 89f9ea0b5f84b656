import type { StoredDocument } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';

/** Texts of any size must not add up in memory: past this a batch ends. */
const batchBytes = 8 * 2 ** 20;

/**
 * Some of the texts that were analysed by other versions than the present ones; none where all are done. What was saved
 * since is not among them, so that asking again goes on where the last batch ended, in whatever process that was.
 */
export async function staleTexts(
  db: Queryable,
  versions: Record<string, string>,
  limit: number,
): Promise<StoredDocument[]> {
  const [stale] = await db.query<{ digest: string }>(
    `select digest from version_tallies where documents > 0 and digest <> md5(($1::jsonb)::text) order by digest limit 1`,
    [JSON.stringify(versions)],
  );
  if (!stale) return [];
  return db.query<RowOf<StoredDocument>>(
    `with next as (
       select id, octet_length(text) as size from documents where md5(versions::text) = $1 order by id limit $2
     ), measured as (
       select id, sum(size) over (order by id) - size as size_before from next
     )
     select d.id, raw_id as "rawId", fingerprint, channel, source, external_id as "externalId", thread_id as "threadId",
       customer_id as "customerId", received_at as "receivedAt", language, subject, text, utterances, attributes
     from measured m join documents d on d.id = m.id where m.size_before < $3 order by d.id`,
    [stale.digest, limit, batchBytes],
  );
}
