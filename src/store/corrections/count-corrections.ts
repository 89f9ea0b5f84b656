import type { Queryable } from '../database.ts';

/** How many labels people put right after one moment and up to another. */
export async function countCorrections(db: Queryable, after: Date, upTo: Date): Promise<number> {
  const [row] = await db.query<{ corrections: number }>(
    'select count(*)::int as corrections from corrections where at > $1 and at <= $2',
    [after, upTo],
  );
  return row!.corrections;
}
