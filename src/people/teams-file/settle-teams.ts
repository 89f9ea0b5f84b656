import { type WorkCalendar, weekdays } from '../../pipeline.ts';
import { checkOverflows, checkTeam } from '../check-team.ts';
import type { StoredTeam } from '../stored-team.ts';
import { type FileProblem, type TeamEntry, teamFields } from './team-entry.ts';

/** A team as it shall be. `members` are ids of users; null leaves them as they are. */
export interface SettledTeam {
  team: StoredTeam;
  members: number[] | null;
}

/** What is there already. */
export interface Known {
  teams: readonly StoredTeam[];
  /** What a team has of which nothing is said. */
  defaults: Pick<StoredTeam, 'calendar' | 'dueHours'>;
  users: readonly { id: number; email: string }[];
}

/** Lays what is written over what is there. What is not written stays. @returns the teams, or all that is wrong. */
export function settleTeams(
  entries: readonly TeamEntry[],
  known: Known,
): { settled: SettledTeam[]; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const settled = entries.map((entry) => settle(entry, known, problems));
  const changed = new Map(settled.map(({ team }) => [team.key, team]));
  const others = known.teams.filter(({ key }) => !changed.has(key));
  const said = [...settled.flatMap(({ team }) => checkTeam(team)), ...checkOverflows([...changed.values(), ...others])];
  for (const { team, field, message } of said) {
    const entry = entries.find(({ key }) => key === team);
    problems.push({ line: entry?.fields.get(field)?.line ?? entry?.line ?? 0, field: `${team}: ${field}`, message });
  }
  return { settled, problems: problems.sort((a, b) => a.line - b.line) };
}

function settle({ key, line, fields }: TeamEntry, known: Known, problems: FileProblem[]): SettledTeam {
  const before = known.teams.find((team) => team.key === key) ?? freshTeam(key, known.defaults);
  const problem = (field: string, message: string): void => {
    problems.push({ line: fields.get(field)?.line ?? line, field: `${key}: ${field}`, message });
  };
  for (const field of fields.keys()) {
    if (!teamFields.includes(field)) problem(field, `This is no field of a team; they are ${teamFields.join(', ')}.`);
  }
  const value = (field: string): string | undefined => fields.get(field)?.value.trim();
  const number = (field: string, otherwise: number): number => (value(field) ? Number(value(field)) : otherwise);
  const team: StoredTeam = {
    key,
    name: value('name') || before.name,
    owns: value('owns') ?? before.owns,
    enabled: readEnabled(value('enabled'), before.enabled, problem),
    calendar: readCalendar(value, before.calendar, problem),
    dueHours: {
      urgent: number('due.urgent', before.dueHours.urgent),
      high: number('due.high', before.dueHours.high),
      normal: number('due.normal', before.dueHours.normal),
      low: number('due.low', before.dueHours.low),
    },
    capacity:
      value('capacity') === undefined
        ? before.capacity
        : isNothing(value('capacity'))
          ? null
          : Number(value('capacity')),
    overflow:
      value('overflow') === undefined
        ? before.overflow
        : isNothing(value('overflow'))
          ? null
          : (value('overflow') ?? null),
    languages: value('languages') === undefined ? before.languages : items(value('languages')),
  };
  return {
    team,
    members: value('members') === undefined ? null : readMembers(items(value('members')), known, problem),
  };
}

function freshTeam(key: string, { calendar, dueHours }: Known['defaults']): StoredTeam {
  return { key, name: key, owns: '', enabled: true, calendar, dueHours, capacity: null, overflow: null, languages: [] };
}

type Problem = (field: string, message: string) => void;

function readEnabled(written: string | undefined, otherwise: boolean, problem: Problem): boolean {
  if (written === undefined || written === '') return otherwise;
  if (['true', 'yes', 'on'].includes(written.toLowerCase())) return true;
  if (!['false', 'no', 'off'].includes(written.toLowerCase())) problem('enabled', `"${written}" should be yes or no.`);
  return false;
}

/** What is written of some weekdays says all of them: the others are free. */
function readCalendar(
  value: (field: string) => string | undefined,
  before: WorkCalendar,
  problem: Problem,
): WorkCalendar {
  const isSaid = weekdays.some((day) => value(`hours.${day}`) !== undefined);
  const hours: WorkCalendar['hours'] = {};
  for (const day of isSaid ? weekdays : []) {
    const stretches = items(value(`hours.${day}`)).filter((stretch) => !isNothing(stretch));
    const read = stretches.flatMap((stretch): [string, string][] => {
      const [, from = '', to = ''] = /^(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})$/.exec(stretch) ?? [];
      if (from) return [[from.padStart(5, '0'), to.padStart(5, '0')]];
      problem(`hours.${day}`, `"${stretch}" should be such as 09:00-17:30, several apart by spaces.`);
      return [];
    });
    if (read.length > 0) hours[day] = read;
  }
  return {
    timeZone: value('time_zone') || before.timeZone,
    hours: isSaid ? hours : before.hours,
    holidays: value('holidays') === undefined ? before.holidays : items(value('holidays')).toSorted(),
  };
}

function readMembers(emails: string[], { users }: Known, problem: Problem): number[] {
  return emails.flatMap((email) => {
    const user = users.find((each) => each.email.toLowerCase() === email.toLowerCase());
    if (!user) problem('members', `Nobody has the email ${email}; "earshot users add" adds people.`);
    return user ? [user.id] : [];
  });
}

function items(written: string | undefined): string[] {
  return (written ?? '').split(/[\s,;]+/u).filter(Boolean);
}

function isNothing(written: string | undefined): boolean {
  return written === undefined || ['', '-', '–', 'none', 'null'].includes(written.toLowerCase());
}
