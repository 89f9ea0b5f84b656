import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';
import type { Session } from './create-session.ts';
import { hashSecret } from './secret.ts';

/** The session that the secret opens; null where there is none, or it has ended. */
export async function findSession(db: Queryable, secret: string, now: Date): Promise<Session | null> {
  const [session] = await db.query<RowOf<Session>>(
    'select created_at as "createdAt", expires_at as "expiresAt" from sessions where hash = $1 and expires_at > $2',
    [hashSecret(secret), now],
  );
  return session ?? null;
}
