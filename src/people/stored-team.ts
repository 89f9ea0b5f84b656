import type { Routing, Team, WorkCalendar } from '../pipeline.ts';

/** A department as the store keeps it: nothing left out. */
export interface StoredTeam extends Required<Team> {
  key: string;
}

export const aroundTheClock: WorkCalendar = {
  timeZone: 'UTC',
  hours: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
  ),
  holidays: [],
};

/** A team of the pipelines as the store keeps it: what it leaves out is as its routing has it. */
export function wholeTeam(key: string, team: Team, routing: Pick<Routing, 'calendar' | 'dueHours'>): StoredTeam {
  return {
    enabled: true,
    calendar: routing.calendar ?? aroundTheClock,
    dueHours: routing.dueHours,
    capacity: null,
    overflow: null,
    languages: [],
    ...team,
    key,
  };
}
