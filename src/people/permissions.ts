import { type UserRole, userRoles } from './user.ts';

/**
 * What a page or an API route may demand of whoever asks:
 *
 * - `account`  their own password, signing out, the description of the API
 * - `texts`    texts, topics, relations, trends, reports
 * - `cases`    cases and departments, of their own teams where they do not see all
 * - `results`  the team report and the rules, of their own teams where they do not see all
 * - `teams`    changing departments and who works there
 * - `operate`  people, the audit trail, files in, what is kept aside, runs, settings
 */
export const permissions = ['account', 'texts', 'cases', 'results', 'teams', 'operate'] as const;
export type Permission = (typeof permissions)[number];

const granted: Record<UserRole, readonly Permission[]> = {
  analyst: ['account', 'texts', 'cases'],
  lead: ['account', 'cases', 'results'],
  manager: ['account', 'texts', 'cases', 'results', 'teams'],
  operator: permissions,
};

/** Whether the role may do what the permission names. */
export function may(role: UserRole, permission: Permission): boolean {
  return granted[role].includes(permission);
}

/** All that a role may do. */
export function permissionsOf(role: UserRole): readonly Permission[] {
  return granted[role];
}

/** The roles that may, for people. */
export function rolesThatMay(permission: Permission): UserRole[] {
  return userRoles.filter((role) => may(role, permission));
}

/** Whether the role sees the cases of every team, rather than of its own. */
export function seesEveryTeam(role: UserRole): boolean {
  return role === 'manager' || role === 'operator';
}
