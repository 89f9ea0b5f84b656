import type { Queryable } from '../database.ts';

/** How many texts were analysed by other versions than the present ones. Reads a tally, so that any page may ask. */
export async function countStale(db: Queryable, versions: Record<string, string>): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select coalesce(sum(documents), 0)::int as count from version_tallies where digest <> md5(($1::jsonb)::text)`,
    [JSON.stringify(versions)],
  );
  return row?.count ?? 0;
}
