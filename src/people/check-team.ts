import { weekdays } from '../pipeline.ts';
import { priorities } from '../types.ts';
import { readMinutes } from './calendar/working-time.ts';
import { isTimeZone } from './calendar/zone.ts';
import type { StoredTeam } from './stored-team.ts';

/** What is wrong with a field of a team, and what would be right. Fields are named as in a file of teams. */
export interface TeamProblem {
  team: string;
  field: string;
  message: string;
}

const mostHolidays = 1000;
const mostDueHours = 2000;
const mostCapacity = 1_000_000;

/** Everything that is wrong with a team by itself. */
export function checkTeam(team: StoredTeam): TeamProblem[] {
  const problem = (field: string, message: string): TeamProblem => ({ team: team.key, field, message });
  const { name, owns, calendar, dueHours, capacity, languages } = team;
  return [
    ...(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,59}$/u.test(team.key)
      ? []
      : [problem('team', `"${team.key}" should be 1 to 60 letters, digits, spaces, - or _.`)]),
    ...(name.trim() === '' || name.length > 100 ? [problem('name', 'It should have 1 to 100 letters.')] : []),
    ...(owns.length > 500 ? [problem('owns', 'It should be a sentence of at most 500 letters.')] : []),
    ...checkCalendar(calendar).map(([field, message]) => problem(field, message)),
    ...priorities
      .filter((priority) => !(dueHours[priority] > 0 && dueHours[priority] <= mostDueHours))
      .map((priority) => problem(`due.${priority}`, `It should be working hours above 0, at most ${mostDueHours}.`)),
    ...priorities.slice(1).flatMap((priority, at) => {
      const above = priorities[at];
      return above && dueHours[above] > dueHours[priority]
        ? [problem(`due.${priority}`, `${priority} has less time than ${above}.`)]
        : [];
    }),
    ...(capacity !== null && !(Number.isInteger(capacity) && capacity > 0 && capacity <= mostCapacity)
      ? [problem('capacity', 'It should be a whole number of cases above 0, or left empty for any number.')]
      : []),
    ...languages
      .filter((language) => !/^[a-z]{2,3}$/.test(language))
      .map((language) => problem('languages', `"${language}" should be an ISO 639 code such as en.`)),
  ];
}

function checkCalendar({ timeZone, hours, holidays }: StoredTeam['calendar']): [field: string, message: string][] {
  const days = weekdays.flatMap((day) => checkDay(day, hours[day] ?? []));
  const works = weekdays.some((day) => (hours[day] ?? []).length > 0);
  const wrongDays = holidays.filter((day) => !isDay(day));
  return [
    ...(isTimeZone(timeZone)
      ? []
      : [said('time_zone', `"${timeZone}" is no time zone; it should be such as Europe/London.`)]),
    ...(works ? days : [...days, said('hours', 'It works at no time, so nothing could ever be due. Say some hours.')]),
    ...wrongDays.map((day) => said('holidays', `"${day}" is no day of the calendar; write it as 2026-12-25.`)),
    ...(holidays.length > mostHolidays ? [said('holidays', `At most ${mostHolidays} days can be given.`)] : []),
  ];
}

function checkDay(day: string, stretches: [from: string, to: string][]): [field: string, message: string][] {
  return stretches.flatMap(([from, to], at) => {
    const stretch = `${from}-${to}`;
    if (![from, to].every(isTime)) return [said(`hours.${day}`, `"${stretch}" should be such as 09:00-17:30.`)];
    if (readMinutes(from) >= readMinutes(to)) return [said(`hours.${day}`, `"${stretch}" ends before it begins.`)];
    const before = stretches[at - 1];
    if (before && readMinutes(before[1]) > readMinutes(from)) {
      return [said(`hours.${day}`, `"${before.join('-')}" and "${stretch}" overlap; write them in order and apart.`)];
    }
    return [];
  });
}

function said(field: string, message: string): [field: string, message: string] {
  return [field, message];
}

function isTime(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) || time === '24:00';
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** What is wrong between teams: an overflow to a team that is not there, to itself, or round in a circle. */
export function checkOverflows(teams: readonly StoredTeam[]): TeamProblem[] {
  const byKey = new Map(teams.map((team) => [team.key, team]));
  return teams.flatMap(({ key, overflow }) => {
    if (overflow === null) return [];
    const problem = (message: string): TeamProblem[] => [{ team: key, field: 'overflow', message }];
    if (!byKey.has(overflow))
      return problem(`There is no team "${overflow}"; the teams are ${[...byKey.keys()].join(', ')}.`);
    const path = [key];
    for (let next: string | null = overflow; next !== null; next = byKey.get(next)?.overflow ?? null) {
      if (next === key) return problem(`What is too much goes round in a circle: ${[...path, next].join(' → ')}.`);
      if (path.includes(next)) break;
      path.push(next);
    }
    return [];
  });
}
