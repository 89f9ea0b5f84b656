import type { Context } from '../context.ts';
import { aroundTheClock } from '../people/stored-team.ts';
import { createTeamReport, type TeamReportRow } from '../report/team-report.ts';
import { streamWorkedCases } from '../store/read/stream-worked-cases.ts';

/** How long before and after a complaint its customer is heard. */
const feelingDays = 90;

/** How teams and people did with the cases that were opened between two days. @param teams null for all. */
export async function readTeamReport(
  { database, routing, now }: Pick<Context, 'database' | 'routing' | 'now'>,
  { fromDay, toDay, teams }: { fromDay: string; toDay: string; teams: string[] | null },
): Promise<TeamReportRow[]> {
  const calendarOf = (team: string) => routing.teams[team]?.calendar ?? routing.calendar ?? aroundTheClock;
  const report = createTeamReport(calendarOf, now());
  for await (const found of streamWorkedCases(database, { fromDay, toDay, teams, feelingDays })) report.add(found);
  return report.rows();
}
