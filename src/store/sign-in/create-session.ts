import type { Queryable } from '../database.ts';
import { createSecret, hashSecret } from './secret.ts';

/** A browser that is signed in. */
export interface Session {
  createdAt: Date;
  expiresAt: Date;
}

const validHours = 12;

/** Begins a session of twelve hours, a working day. @returns it with its secret, which goes into the browser's cookie. */
export async function createSession(db: Queryable, now: Date): Promise<Session & { secret: string }> {
  const secret = createSecret();
  const expiresAt = new Date(now.getTime() + validHours * 3_600_000);
  await db.query('delete from sessions where expires_at <= $1', [now]);
  await db.query('insert into sessions (hash, created_at, expires_at) values ($1, $2, $3)', [
    hashSecret(secret),
    now,
    expiresAt,
  ]);
  return { secret, createdAt: now, expiresAt };
}
