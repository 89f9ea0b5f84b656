import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { reportPage } from '../../../dashboards/pages/report.ts';
import { reportFile } from '../../../dashboards/pages/report-file.ts';
import { FindingList } from '../../../dashboards/views/findings.ts';
import { Report, type ReportPage } from '../../../dashboards/views/report.ts';
import { frameFor } from '../frame.ts';
import { sendPage } from '../send-page.ts';
import type { Services } from '../services.ts';
import { notFound } from '../user-error.ts';
import { ErrorBody } from '../view-route.ts';
import { findingCsv, findingList } from '../views/report/finding-list.ts';
import { reportCsv } from '../views/report/report-csv.ts';
import { reportView } from '../views/report/report-view.ts';

const may = { may: 'texts' } as const;
const OfDay = Type.Object({ day: Type.String({ format: 'date' }) });
const DayQuery = Type.Object(
  { day: Type.Optional(Type.String({ format: 'date', description: 'Left out, the latest that a night was run for' })) },
  { additionalProperties: false },
);
const Csv = Type.String({ description: 'One line of names, then one number a row; lines end in CR LF' });

/** The morning report and the findings of a night: as a page, a file, JSON and CSV. */
export function addReport(app: FastifyInstance, services: Services, frame: Frame): void {
  const find = async (day: string | undefined): Promise<Report | null> => {
    const found = await services.intake.readReport(day);
    return found && reportView(found, services);
  };
  const demand = async (day: string | undefined): Promise<Report> => (await find(day)) ?? noNight(day);

  app.get('/report', { config: may, schema: { hide: true } }, async (request, reply) => {
    const view = { day: null, report: await find(undefined) };
    sendPage(reply, reportPage(view, frameFor(request, frame)));
    return reply;
  });
  app.get('/report/:day', { config: may, schema: { hide: true, params: OfDay } }, async (request, reply) => {
    const { day } = request.params as Static<typeof OfDay>;
    const view: ReportPage = { day, report: await find(day) };
    sendPage(reply.code(view.report ? 200 : 404), reportPage(view, frameFor(request, frame)));
    return reply;
  });
  app.get('/report/:day/file', { config: may, schema: { hide: true, params: OfDay } }, async (request, reply) => {
    const report = await demand((request.params as Static<typeof OfDay>).day);
    const base = `${request.protocol}://${request.host}`;
    return attached(reply, `earshot-${report.day}.html`, 'text/html').send(reportFile(report, base).toString());
  });

  const described = (summary: string, description: string, body: typeof Report | typeof FindingList | typeof Csv) => ({
    config: may,
    schema: {
      ...{ summary, description, tags: ['findings'], querystring: DayQuery },
      response: { 200: body, '4xx': ErrorBody },
    },
  });
  app.get(
    '/api/report',
    described(
      'The morning report of a day',
      'Every number comes with `href`, which opens exactly what it counts.',
      Report,
    ),
    (request) => demand((request.query as Static<typeof DayQuery>).day),
  );
  app.get(
    '/api/report.csv',
    described('The same as one table', 'Columns are only ever added, at the end.', Csv),
    async (request, reply) => {
      const report = await demand((request.query as Static<typeof DayQuery>).day);
      return attached(reply, `earshot-${report.day}.csv`, 'text/csv').send(reportCsv(report));
    },
  );
  const findings = async (day: string | undefined): Promise<FindingList> =>
    (await findingList(services, day ?? null)) ?? noNight(day);
  app.get(
    '/api/findings',
    described('All findings of a night', 'Relations, trends, deviations and sequences in one shape.', FindingList),
    (request) => findings((request.query as Static<typeof DayQuery>).day),
  );
  app.get(
    '/api/findings.csv',
    described('The same as one table', 'Columns are the names of a finding, only ever added to at the end.', Csv),
    async (request, reply) => {
      const found = await findings((request.query as Static<typeof DayQuery>).day);
      return attached(reply, `earshot-findings-${found.day}.csv`, 'text/csv').send(findingCsv(found));
    },
  );
}

function noNight(day: string | undefined): never {
  throw notFound(`night for ${day ?? 'any day'}`, '"npx earshot nightly" runs one; --day says for which day.');
}

/** A file to keep, which no browser shows by itself. */
function attached(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply
    .type(`${type}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store');
}
