import type { Queryable } from '../database.ts';

/** Id and password hash of whoever may sign in with this email; null where nobody may. */
export async function passwordHash(db: Queryable, email: string): Promise<{ id: number; hash: string | null } | null> {
  const [row] = await db.query<{ id: number; hash: string | null }>(
    'select id, password as hash from users where lower(email) = lower($1) and disabled_at is null',
    [email.trim()],
  );
  return row ?? null;
}
