import type { Queryable } from '../database.ts';
import { createSecret, hashSecret } from './secret.ts';

/** A browser that is signed in. */
export interface Session {
  /** Null where the one-time link of the terminal began it. */
  userId: number | null;
  createdAt: Date;
  expiresAt: Date;
}

const validHours = 12;

/** Begins a session of twelve hours, a working day. @returns it with its secret, which goes into the browser's cookie. */
export async function createSession(
  db: Queryable,
  now: Date,
  userId: number | null = null,
): Promise<Session & { secret: string }> {
  const secret = createSecret();
  const expiresAt = new Date(now.getTime() + validHours * 3_600_000);
  await db.query('delete from sessions where expires_at <= $1', [now]);
  await db.query('insert into sessions (hash, created_at, expires_at, user_id) values ($1, $2, $3, $4)', [
    hashSecret(secret),
    now,
    expiresAt,
    userId,
  ]);
  return { secret, userId, createdAt: now, expiresAt };
}
