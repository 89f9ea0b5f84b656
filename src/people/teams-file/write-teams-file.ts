import { stringify } from 'yaml';
import { weekdays } from '../../pipeline.ts';
import type { StoredTeam } from '../stored-team.ts';

export type TeamWithEmails = StoredTeam & { members: { email: string }[] };

/** A team as a file has it; reading it again changes nothing. */
export function teamDocument(team: TeamWithEmails): Record<string, unknown> {
  const { name, owns, enabled, calendar, dueHours, capacity, overflow, languages, members } = team;
  return {
    ...{ name, owns, enabled, time_zone: calendar.timeZone },
    hours: Object.fromEntries(weekdays.map((day) => [day, writeHours(calendar.hours[day])])),
    holidays: calendar.holidays,
    due: dueHours,
    ...{ capacity, overflow, languages, members: members.map(({ email }) => email) },
  };
}

/** Teams as YAML. */
export function writeTeamsFile(teams: readonly TeamWithEmails[]): string {
  const head =
    '# Departments. Hours by the clock of their zone; "due" is working hours from receipt. Read it with "earshot teams import".\n';
  return (
    head +
    stringify(Object.fromEntries(teams.map((team) => [team.key, teamDocument(team)])), { aliasDuplicateObjects: false })
  );
}

/** `09:00-12:00 13:00-17:30`; empty for a free day. */
export function writeHours(stretches: [from: string, to: string][] = []): string {
  return stretches.map(([from, to]) => `${from}-${to}`).join(' ');
}
