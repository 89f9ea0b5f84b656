import type { Queryable } from '../database.ts';
import { storableText } from '../storable.ts';

/** Begins an intake: one `earshot ingest`, one look at the inbox folder, one upload. @returns its id. */
export async function startIntake(db: Queryable, source: string, now: Date): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    'insert into intakes (source, started_at) values ($1, $2) returning id',
    [storableText(source), now],
  );
  return row!.id;
}
