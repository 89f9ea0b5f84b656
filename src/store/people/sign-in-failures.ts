import type { Queryable } from '../database.ts';
import { hashSecret } from '../sign-in/secret.ts';

const windowMinutes = 15;

function emailHash(email: string): string {
  return hashSecret(email.trim().toLowerCase());
}

/** How often this email met a wrong password in the last quarter of an hour, whichever process was asked. */
export async function countSignInFailures(db: Queryable, email: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - windowMinutes * 60_000);
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from sign_in_failures where email_hash = $1 and at > $2',
    [emailHash(email), since],
  );
  return row?.count ?? 0;
}

/** Remembers a wrong password, and forgets those that count no more. */
export async function addSignInFailure(db: Queryable, email: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - windowMinutes * 60_000);
  await db.query('delete from sign_in_failures where at <= $1', [since]);
  await db.query('insert into sign_in_failures (email_hash, at) values ($1, $2)', [emailHash(email), now]);
}
