import type { Queryable } from '../database.ts';
import { createSecret, hashSecret } from './secret.ts';

const validMinutes = 60;

/** Makes a token for a link that signs somebody in, once, within the hour. */
export async function createSignInToken(db: Queryable, now: Date): Promise<string> {
  const token = createSecret();
  const expiresAt = new Date(now.getTime() + validMinutes * 60_000);
  await db.query('delete from sign_in_tokens where expires_at <= $1', [now]);
  await db.query('insert into sign_in_tokens (hash, expires_at) values ($1, $2)', [hashSecret(token), expiresAt]);
  return token;
}
