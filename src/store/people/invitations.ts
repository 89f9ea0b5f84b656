import type { Queryable } from '../database.ts';
import { createSecret, hashSecret } from '../sign-in/secret.ts';

const validHours = 72;

/** Makes the token of a link by which somebody chooses a password, once, within three days. */
export async function createInvitation(db: Queryable, userId: number, now: Date): Promise<string> {
  const token = createSecret();
  await db.query(
    `insert into invitations (user_id, hash, expires_at) values ($1, $2, $3)
     on conflict (user_id) do update set hash = excluded.hash, expires_at = excluded.expires_at`,
    [userId, hashSecret(token), new Date(now.getTime() + validHours * 3_600_000)],
  );
  return token;
}

/** Whom the invitation is for; null where it is not known, was used, or has expired. */
export async function findInvited(
  db: Queryable,
  token: string,
  now: Date,
): Promise<{ userId: number; name: string; email: string } | null> {
  const [row] = await db.query<{ userId: number; name: string; email: string }>(
    `select u.id as "userId", u.name, u.email from invitations i join users u on u.id = i.user_id
     where i.hash = $1 and i.expires_at > $2 and u.disabled_at is null`,
    [hashSecret(token), now],
  );
  return row ?? null;
}
