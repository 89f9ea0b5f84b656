import { compareTeams, type TeamDifference } from '../../people/teams-file/compare-teams.ts';
import { type Known, type SettledTeam, settleTeams } from '../../people/teams-file/settle-teams.ts';
import type { FileProblem, TeamEntry } from '../../people/teams-file/team-entry.ts';
import type { Actor } from '../../people/user.ts';
import { addAuditEvent } from '../audit/add-audit-event.ts';
import type { Database, Queryable } from '../database.ts';
import { listUsers } from '../people/list-users.ts';
import { listTeams, type StaffedTeam } from './list-teams.ts';
import { saveTeam } from './save-team.ts';
import { setMembers } from './set-members.ts';

/** What came, or would come, of a change of teams: nothing is changed where there is a problem. */
export interface TeamsChange {
  problems: FileProblem[];
  differences: TeamDifference[];
}

/**
 * Lays what is written over the teams of the store, all of it or nothing; the audit trail knows each field.
 * @param dryRun only says what would change.
 */
export function changeTeams(
  db: Database,
  entries: readonly TeamEntry[],
  { defaults, actor, dryRun }: { defaults: Known['defaults']; actor: Actor; dryRun: boolean },
  now: Date,
): Promise<TeamsChange> {
  return db.transaction(async (tx) => {
    const teams = await listTeams(tx);
    const users = await listUsers(tx);
    const { settled, problems } = settleTeams(entries, { teams, defaults, users });
    if (problems.length > 0) return { problems, differences: [] };
    const emails = new Map(users.map(({ id, email }) => [id, email]));
    const after = settled.map(({ team, members }) => ({
      ...team,
      members: membersOf(team.key, members, teams, emails),
    }));
    const differences = compareTeams(teams, after);
    if (!dryRun) await save(tx, settled, differences, actor, now);
    return { problems, differences };
  });
}

function membersOf(
  key: string,
  ids: number[] | null,
  teams: readonly StaffedTeam[],
  emails: Map<number, string>,
): { email: string }[] {
  if (ids === null) return teams.find((team) => team.key === key)?.members ?? [];
  return ids.map((id) => ({ email: emails.get(id) ?? '' }));
}

async function save(
  tx: Queryable,
  settled: readonly SettledTeam[],
  differences: readonly TeamDifference[],
  actor: Actor,
  now: Date,
): Promise<void> {
  for (const { team, members } of settled) {
    const changed = differences.filter((difference) => difference.team === team.key);
    if (changed.length === 0) continue;
    await saveTeam(tx, team, now);
    if (members) await setMembers(tx, team.key, members);
    const detail = Object.fromEntries(
      changed.map(({ field, before, after }) => [field, `${before ?? 'new'} → ${after}`]),
    );
    await addAuditEvent(tx, { actor, action: 'changed', subject: `team ${team.key}`, detail }, now);
  }
}
