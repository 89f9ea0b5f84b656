import type { Queryable } from '../database.ts';
import { hashSecret } from './secret.ts';

/** Uses a sign-in token up. @returns whether it was good: known, not used before, and not expired. */
export async function redeemSignInToken(db: Queryable, token: string, now: Date): Promise<boolean> {
  const rows = await db.query<{ good: boolean }>(
    'delete from sign_in_tokens where hash = $1 returning expires_at > $2::timestamptz as good',
    [hashSecret(token), now],
  );
  return rows[0]?.good ?? false;
}
