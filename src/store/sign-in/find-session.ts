import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';
import type { Session } from './create-session.ts';
import { hashSecret } from './secret.ts';

/** The session that the secret opens; null where there is none, it has ended, or its user was switched off. */
export async function findSession(db: Queryable, secret: string, now: Date): Promise<Session | null> {
  const [session] = await db.query<RowOf<Session>>(
    `select s.user_id as "userId", s.created_at as "createdAt", s.expires_at as "expiresAt"
     from sessions s left join users u on u.id = s.user_id
     where s.hash = $1 and s.expires_at > $2 and u.disabled_at is null`,
    [hashSecret(secret), now],
  );
  return session ?? null;
}
