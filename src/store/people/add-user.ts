import type { UserRole } from '../../people/user.ts';
import type { Queryable } from '../database.ts';

/** Adds somebody without a password. @returns the id, or null where the email is somebody else's. */
export async function addUser(
  db: Queryable,
  user: { name: string; email: string; role: UserRole },
  now: Date,
): Promise<number | null> {
  const [row] = await db.query<{ id: number }>(
    `insert into users (name, email, role, created_at) values ($1, $2, $3, $4)
     on conflict (lower(email)) do nothing returning id`,
    [user.name, user.email, user.role, now],
  );
  return row?.id ?? null;
}
