import type { UserRole } from '../../people/user.ts';
import type { Database, Queryable } from '../database.ts';

/** Gives somebody another role. @returns whether there is such a user. */
export async function setRole(db: Queryable, id: number, role: UserRole): Promise<boolean> {
  return (await db.query('update users set role = $2 where id = $1 returning id', [id, role])).length > 0;
}

/** Sets the password's hash and signs the user out everywhere. */
export function setPassword(db: Database, id: number, hash: string): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.query('update users set password = $2 where id = $1', [id, hash]);
    await tx.query('delete from invitations where user_id = $1', [id]);
    await tx.query('delete from sessions where user_id = $1', [id]);
  });
}

/** Switches somebody off, which ends their sessions and invitation, or on again. @returns whether there is such a user. */
export function setDisabled(db: Database, id: number, disabledAt: Date | null): Promise<boolean> {
  return db.transaction(async (tx) => {
    const rows = await tx.query('update users set disabled_at = $2 where id = $1 returning id', [id, disabledAt]);
    if (disabledAt) {
      await tx.query('delete from sessions where user_id = $1', [id]);
      await tx.query('delete from invitations where user_id = $1', [id]);
    }
    return rows.length > 0;
  });
}
