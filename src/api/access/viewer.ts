import { seesEveryTeam } from '../../people/permissions.ts';
import type { Actor, UserRole } from '../../people/user.ts';
import type { Database } from '../../store/database.ts';
import { findUser } from '../../store/people/find-user.ts';
import type { Identity } from '../identity.ts';

/** Whoever asks, as far as pages and changes care. */
export interface Viewer extends Actor {
  role: UserRole;
  /** The teams that they are a member of. */
  teams: string[];
}

/** The terminal, and whoever came by its one-time link: the operator of this machine. */
export function operatorOf(way: Identity): Viewer {
  return { userId: null, name: way, role: 'operator', teams: [] };
}

/** The user of a session. @returns null where there is none any more. */
export async function findViewer(database: Database, userId: number): Promise<Viewer | null> {
  const user = await findUser(database, userId);
  return user && user.disabledAt === null ? { userId, name: user.name, role: user.role, teams: user.teams } : null;
}

/** The teams whose cases they see; null for all. */
export function teamsSeenBy({ role, teams }: Viewer): string[] | null {
  return seesEveryTeam(role) ? null : teams;
}

export function seesTeam(viewer: Viewer, team: string): boolean {
  return teamsSeenBy(viewer)?.includes(team) ?? true;
}

/** Whether they work the team's cases and so need what customers say of themselves; the terminal works every case. */
export function worksFor({ userId, teams }: Viewer, team: string): boolean {
  return userId === null || teams.includes(team);
}
