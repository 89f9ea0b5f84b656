import type { Queryable } from '../database.ts';

/** Whether people have corrected any text since. */
export async function correctedSince(db: Queryable, since: Date): Promise<boolean> {
  const [row] = await db.query<{ corrected: boolean }>(
    'select exists (select from corrections where at > $1) as corrected',
    [since],
  );
  return row?.corrected ?? false;
}
