import type { UserRole } from '../../people/user.ts';
import type { Queryable } from '../database.ts';

/** Somebody to turn to. */
export type Person = { userId: number; name: string; email: string; role: UserRole };

/** Who works in a team and may sign in, its leads first. */
export function teamMembers(db: Queryable, team: string): Promise<Person[]> {
  return db.query<Person>(
    `select u.id as "userId", u.name, u.email, u.role from team_members m join users u on u.id = m.user_id
     where m.team = $1 and u.disabled_at is null order by u.role <> 'lead', lower(u.name), u.id`,
    [team],
  );
}

/** The managers, who see all teams; whoever may not sign in is none. */
export function listManagers(db: Queryable): Promise<Person[]> {
  return db.query<Person>(
    `select id as "userId", name, email, role from users where role = 'manager' and disabled_at is null
     order by lower(name), id`,
  );
}
