import type { User } from '../../people/user.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';
import { userColumns } from './list-users.ts';

/** The user of this id; null where there is none. */
export async function findUser(db: Queryable, id: number): Promise<User | null> {
  const [user] = await db.query<RowOf<User>>(`select ${userColumns} from users u where u.id = $1`, [id]);
  return user ?? null;
}

/** The user of this email, in upper or lower case; null where there is none. */
export async function findUserByEmail(db: Queryable, email: string): Promise<User | null> {
  const [user] = await db.query<RowOf<User>>(`select ${userColumns} from users u where lower(u.email) = lower($1)`, [
    email.trim(),
  ]);
  return user ?? null;
}
