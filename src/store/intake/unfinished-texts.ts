import type { Queryable } from '../database.ts';

/** Ids of texts that have waited since before `olderThan`, the longest first. */
export async function unfinishedTexts(
  db: Queryable,
  { olderThan, limit }: { olderThan: Date; limit: number },
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from raw_texts where state = 'waiting' and changed_at < $1 order by changed_at, id limit $2`,
    [olderThan, limit],
  );
  return rows.map(({ id }) => id);
}
