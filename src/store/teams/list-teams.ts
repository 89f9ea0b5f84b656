import type { StoredTeam } from '../../people/stored-team.ts';
import type { UserRole } from '../../people/user.ts';
import type { Queryable } from '../database.ts';

/** A member of a team; whoever may not sign in any more is shown as such. */
export interface Member {
  userId: number;
  name: string;
  email: string;
  role: UserRole;
  enabled: boolean;
}

/** A team with the people in it, its leads first. */
export type StaffedTeam = StoredTeam & { members: Member[] };

/** Every team that there is, in the order in which they came. */
export function listTeams(db: Queryable): Promise<StaffedTeam[]> {
  return db.query<{ [K in keyof StaffedTeam]: StaffedTeam[K] }>(
    `select t.key, t.name, t.owns, t.enabled, t.calendar, t.due_hours as "dueHours", t.capacity, t.overflow, t.languages,
       coalesce((
         select jsonb_agg(jsonb_build_object('userId', u.id, 'name', u.name, 'email', u.email, 'role', u.role,
           'enabled', u.disabled_at is null) order by u.role <> 'lead', lower(u.name), u.id)
         from team_members m join users u on u.id = m.user_id where m.team = t.key), '[]') as members
     from teams t order by t.position`,
  );
}
