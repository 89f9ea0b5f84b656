import { workingHours } from '../people/calendar/working-time.ts';
import type { WorkCalendar } from '../pipeline.ts';
import { meanInterval } from '../stats/mean-interval.ts';
import { type MedianInterval, medianInterval } from '../stats/median-interval.ts';

/** What the report takes of a case; times null where it has not come so far. */
export interface ReportedCase {
  team: string;
  userId: number | null;
  person: string | null;
  openedAt: Date;
  dueAt: Date;
  acceptedAt: Date | null;
  answeredAt: Date | null;
  reopened: number;
  before: number | null;
  after: number | null;
}

/** How a team, or a person in it, did. Times are working hours of the team from when the case was opened. */
export interface TeamReportRow {
  team: string;
  /** Null for the whole team. */
  person: { userId: number; name: string } | null;
  cases: number;
  toAccept: MedianInterval;
  toAnswer: MedianInterval;
  /** Answered after they were due, or not answered and due. */
  overdue: number;
  reopened: number;
  /** Of customers who were heard before and after: their mean sentiments, and by how much it rose, with its interval. */
  satisfaction: {
    customers: number;
    before: number | null;
    after: number | null;
    change: number | null;
    lower: number | null;
    upper: number | null;
  };
  /** Too few cases to conclude from. */
  small: boolean;
}

/** Below so many cases, or customers, chance says more than the team. */
export const smallCount = 20;

/** Adds cases up by team and person: holds numbers of cases, never their texts. @param asOf when what is due is late. */
export function createTeamReport(calendarOf: (team: string) => WorkCalendar, asOf: Date) {
  const groups = new Map<string, Group>();

  function add(found: ReportedCase): void {
    const { team, userId, person } = found;
    const keys: [string, TeamReportRow['person']][] = [[team, null]];
    if (userId !== null) keys.push([`${team}\n${userId}`, { userId, name: person ?? '' }]);
    for (const [key, who] of keys) {
      const group = groups.get(key) ?? newGroup(team, who);
      groups.set(key, group);
      count(group, found, calendarOf(team), asOf);
    }
  }

  return { add, rows: (): TeamReportRow[] => [...groups.values()].map(rowOf).sort(byTeamAndPerson) };
}

interface Group {
  team: string;
  person: TeamReportRow['person'];
  cases: number;
  accept: number[];
  answer: number[];
  overdue: number;
  reopened: number;
  customers: number;
  before: number;
  after: number;
  squares: number;
}

function newGroup(team: string, person: TeamReportRow['person']): Group {
  const none = { cases: 0, overdue: 0, reopened: 0, customers: 0, before: 0, after: 0, squares: 0 };
  return { team, person, accept: [], answer: [], ...none };
}

function count(group: Group, found: ReportedCase, calendar: WorkCalendar, asOf: Date): void {
  const { openedAt, acceptedAt, answeredAt, dueAt, reopened, before, after } = found;
  group.cases++;
  if (acceptedAt) group.accept.push(workingHours(openedAt, acceptedAt, calendar));
  if (answeredAt) group.answer.push(workingHours(openedAt, answeredAt, calendar));
  if ((answeredAt ?? asOf) > dueAt) group.overdue++;
  if (reopened > 0) group.reopened++;
  if (before === null || after === null) return;
  group.customers++;
  group.before += before;
  group.after += after;
  group.squares += (after - before) ** 2;
}

function rowOf(group: Group): TeamReportRow {
  const { team, person, cases, accept, answer, overdue, reopened, customers, before, after, squares } = group;
  const { mean, lower, upper } = meanInterval(customers, after - before, squares, 0.95);
  const meanOf = (sum: number) => (customers === 0 ? null : sum / customers);
  return {
    ...{ team, person, cases, overdue, reopened },
    toAccept: medianInterval(accept),
    toAnswer: medianInterval(answer),
    satisfaction: { customers, before: meanOf(before), after: meanOf(after), change: mean, lower, upper },
    small: cases < smallCount,
  };
}

function byTeamAndPerson(a: TeamReportRow, b: TeamReportRow): number {
  return a.team.localeCompare(b.team) || (a.person?.name ?? '').localeCompare(b.person?.name ?? '');
}
