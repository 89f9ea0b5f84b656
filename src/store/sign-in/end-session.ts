import type { Queryable } from '../database.ts';
import { hashSecret } from './secret.ts';

/** Signs out. */
export async function endSession(db: Queryable, secret: string): Promise<void> {
  await db.query('delete from sessions where hash = $1', [hashSecret(secret)]);
}
