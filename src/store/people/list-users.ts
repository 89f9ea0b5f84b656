import type { User } from '../../people/user.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';

export const userColumns = `u.id, u.name, u.email, u.role, u.password is not null as "hasPassword",
  u.created_at as "createdAt", u.disabled_at as "disabledAt",
  coalesce((select array_agg(m.team order by m.team) from team_members m where m.user_id = u.id), '{}') as teams`;

/** Everybody who may sign in, or might once, by name. */
export function listUsers(db: Queryable): Promise<User[]> {
  return db.query<RowOf<User>>(`select ${userColumns} from users u order by lower(u.name), u.id`);
}
