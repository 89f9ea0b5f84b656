import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { teamReportPage } from '../../../dashboards/pages/team-report.ts';
import { TeamReport } from '../../../dashboards/views/team-report.ts';
import { teamsSeenBy, type Viewer } from '../access/viewer.ts';
import { viewerOf } from '../identity.ts';
import type { Services } from '../services.ts';
import { teamName } from '../team.ts';
import { UserError } from '../user-error.ts';
import { addView, noParams } from '../view-route.ts';

const Day = Type.Optional(Type.String({ format: 'date', description: 'Day on which cases were opened, UTC' }));
const Query = Type.Object({ from: Day, to: Day }, { additionalProperties: false });
const usualDays = 90;

/** How teams and people did: page, JSON and CSV. Leads see their own teams. */
export function addTeamReport(app: FastifyInstance, services: Services, frame: Frame): void {
  const build = (viewer: Viewer, query: Static<typeof Query>) => teamReportView(services, viewer, query);
  addView(app, frame, {
    ...{ page: '/team-report', api: '/api/team-report', may: 'results', summary: 'How teams and people did' },
    ...{ params: noParams, query: Query, view: TeamReport, render: teamReportPage, needsPersonalData: () => true },
    build: ({ query, viewer }) => build(viewer, query),
  });
  const schema = { hide: true, querystring: Query };
  app.get('/team-report.csv', { config: { may: 'results' }, schema }, async (request, reply) => {
    const view = await build(viewerOf(request), request.query as Static<typeof Query>);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="team-report-${view.from}-${view.to}.csv"`)
      .header('cache-control', 'no-store')
      .send(writeCsv(view));
  });
}

async function teamReportView(
  services: Services,
  viewer: Viewer,
  { from, to }: Static<typeof Query>,
): Promise<TeamReport> {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const toDay = to ?? day(services.now().getTime());
  const fromDay = from ?? day(Date.parse(toDay) - usualDays * 86_400_000);
  if (fromDay > toDay) throw new UserError(400, `from is ${fromDay}, which is after to, ${toDay}.`);
  const rows = await services.readTeamReport({ fromDay, toDay, teams: teamsSeenBy(viewer) });
  const names = Object.fromEntries(rows.map(({ team }) => [team, teamName(services.routing, team)]));
  return { from: fromDay, to: toDay, csv: `/team-report.csv?from=${fromDay}&to=${toDay}`, names, rows };
}

/** One line a row, numbers as JSON has them. A name that a spreadsheet would take for a formula is quoted against it. */
function writeCsv({ rows, names }: TeamReport): string {
  const head = ['team', 'person', 'cases', 'accept_median_h', 'accept_lower_h', 'accept_upper_h', 'answer_median_h'];
  head.push('answer_lower_h', 'answer_upper_h', 'overdue', 'reopened', 'heard_again', 'before', 'after', 'change');
  head.push('change_lower', 'change_upper', 'few');
  const lines = rows.map(({ team, person, cases, toAccept, toAnswer, overdue, reopened, satisfaction, small }) => {
    const { customers, before, after, change, lower, upper } = satisfaction;
    return [
      ...[names[team] ?? team, person?.name ?? '', cases, toAccept.median, toAccept.lower, toAccept.upper],
      ...[toAnswer.median, toAnswer.lower, toAnswer.upper, overdue, reopened, customers, before, after, change],
      ...[lower, upper, small],
    ];
  });
  return [head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
