import { type TeamWithEmails, teamDocument } from './write-teams-file.ts';

/** One field of one team that a file changes; `before` is null for a team that is new. */
export interface TeamDifference {
  team: string;
  field: string;
  before: string | null;
  after: string;
}

/** What changes between two states of teams, field by field. */
export function compareTeams(before: readonly TeamWithEmails[], after: readonly TeamWithEmails[]): TeamDifference[] {
  const known = new Map(before.map((team) => [team.key, flat(teamDocument(team))]));
  return after.flatMap((team) => {
    const old = known.get(team.key);
    return [...flat(teamDocument(team))]
      .filter(([field, value]) => old?.get(field) !== value)
      .map(([field, value]) => ({ team: team.key, field, before: old ? (old.get(field) ?? '') : null, after: value }));
  });
}

function flat(document: Record<string, unknown>, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(document).flatMap(([name, value]): [string, string][] => {
      if (Array.isArray(value)) return [[prefix + name, value.toSorted().join(', ')]];
      if (typeof value === 'object' && value !== null)
        return [...flat(value as Record<string, unknown>, `${prefix}${name}.`)];
      return [[prefix + name, value === null ? 'none' : String(value)]];
    }),
  );
}
