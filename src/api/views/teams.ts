import type { TeamForm, TeamSetup, Teams } from '../../../dashboards/views/teams.ts';
import type { FileProblem } from '../../people/teams-file/team-entry.ts';
import { writeHours } from '../../people/teams-file/write-teams-file.ts';
import { weekdays } from '../../pipeline.ts';
import { listUsers } from '../../store/people/list-users.ts';
import { teamLoads } from '../../store/read/team-loads.ts';
import { listTeams, type StaffedTeam } from '../../store/teams/list-teams.ts';
import { priorities } from '../../types.ts';
import type { Services } from '../services.ts';
import { notFound } from '../user-error.ts';

/** Every department as it is set up. @param changed the one that was just changed. */
export async function teamsView({ database, routing }: Services, changed: string | null = null): Promise<Teams> {
  const loads = await teamLoads(database);
  const teams = (await listTeams(database)).map((team) => setupOf(team, loads));
  return { triage: routing.triage, teams, changed };
}

function setupOf(team: StaffedTeam, loads: Map<string, number>): TeamSetup {
  const { key, name, owns, enabled, calendar, dueHours, capacity, overflow, languages, members } = team;
  return {
    ...{ key, name, owns, enabled, capacity, overflow, languages, members },
    href: `/teams/${encodeURIComponent(key)}`,
    time_zone: calendar.timeZone,
    hours: Object.fromEntries(weekdays.map((day) => [day, writeHours(calendar.hours[day])])),
    holidays: calendar.holidays,
    // The store keeps no order among them.
    due: Object.fromEntries(priorities.map((priority) => [priority, dueHours[priority]])),
    load: loads.get(key) ?? 0,
  };
}

/** One department, to be changed. @param tried what was written, and what was wrong with it. @throws UserError */
export async function teamFormView(
  services: Services,
  key: string,
  tried: { written: Record<string, string>; problems: FileProblem[] } = { written: {}, problems: [] },
): Promise<TeamForm> {
  const { teams } = await teamsView(services);
  const team = teams.find((each) => each.key === key);
  if (!team) throw notFound(`team "${key}"`, 'The page "Teams" lists all that there are.');
  const users = (await listUsers(services.database)).filter(({ disabledAt }) => disabledAt === null);
  const isTried = tried.problems.length > 0;
  return {
    team,
    others: teams.filter((each) => each.key !== key).map((each) => ({ key: each.key, name: each.name })),
    people: users.map(({ email, name, role, teams: own }) => ({
      ...{ email, name, role },
      isMember: isTried ? `member:${email}` in tried.written : own.includes(key),
    })),
    priorities: [...priorities],
    ...tried,
  };
}
