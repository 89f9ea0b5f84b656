import type { Queryable } from '../database.ts';

export interface UnfinishedText {
  id: string;
  urgent: boolean;
}

/** Texts that have waited since before `olderThan`: those that may be urgent first, then the longest. */
export async function unfinishedTexts(
  db: Queryable,
  { olderThan, limit }: { olderThan: Date; limit: number },
): Promise<UnfinishedText[]> {
  return db.query<UnfinishedText & { [column: string]: unknown }>(
    `(select id, urgent from raw_texts
      where state = 'waiting' and urgent and changed_at < $1 order by changed_at, id limit $2)
     union all
     (select id, urgent from raw_texts
      where state = 'waiting' and not urgent and changed_at < $1 order by changed_at, id limit $2)
     limit $2`,
    [olderThan, limit],
  );
}
