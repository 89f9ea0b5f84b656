import type { FastifyRequest } from 'fastify';
import { may, type Permission, rolesThatMay } from '../../people/permissions.ts';
import type { Queryable } from '../../store/database.ts';
import { findCase } from '../../store/read/find-case.ts';
import { UserError } from '../user-error.ts';
import { seesTeam, type Viewer } from './viewer.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with what it demands; null where it says nothing. */
    routeTable: { route: string; may: Permission | 'anybody' | null }[];
  }
  interface FastifyContextConfig {
    /** What whoever asks must be allowed. A route that says neither this nor `open` is for operators alone. */
    may?: Permission;
  }
}

/** @throws UserError 403 where the role does not allow what the route needs. */
export function checkPermission(request: FastifyRequest, viewer: Viewer): void {
  // A page that does not exist says so to everybody.
  const needed = request.is404 ? 'account' : (request.routeOptions.config.may ?? 'operate');
  if (may(viewer.role, needed)) return;
  const roles = rolesThatMay(needed);
  throw new UserError(
    403,
    `This is for the role ${roles.join(' or ')}; you are signed in as ${viewer.role}. An operator can change that under "People".`,
  );
}

/**
 * Keeps whoever does not see every team to their own, by the address alone: so no route under a case or a department,
 * present or future, can forget it.
 * @throws UserError 403
 */
export async function checkScope(request: FastifyRequest, viewer: Viewer, db: Queryable): Promise<void> {
  const [, kind] = /^(?:\/api)?\/(cases|departments)\/:id(?:\/|$)/.exec(request.routeOptions.url ?? '') ?? [];
  if (!kind) return;
  const { id } = request.params as { id: string | number };
  const team = kind === 'departments' ? String(id) : (await findCase(db, Number(id)))?.team;
  if (team !== undefined) checkTeam(viewer, team);
}

/** @throws UserError 403 where they do not see the team. */
export function checkTeam(viewer: Viewer, team: string): void {
  if (seesTeam(viewer, team)) return;
  throw new UserError(403, 'This belongs to a department that you are not a member of. A manager can add you to it.');
}
