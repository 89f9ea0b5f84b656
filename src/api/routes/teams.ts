import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { teamFormPage } from '../../../dashboards/pages/team-form.ts';
import { teamsPage } from '../../../dashboards/pages/teams.ts';
import { TeamForm, Teams, TeamsChangeView } from '../../../dashboards/views/teams.ts';
import { wholeTeam } from '../../people/stored-team.ts';
import { readTeamsFile } from '../../people/teams-file/read-teams-file.ts';
import { type TeamEntry, teamFields } from '../../people/teams-file/team-entry.ts';
import { writeTeamsFile } from '../../people/teams-file/write-teams-file.ts';
import { changeTeams, type TeamsChange } from '../../store/teams/change-teams.ts';
import { listTeams } from '../../store/teams/list-teams.ts';
import { frameFor } from '../frame.ts';
import { viewerOf } from '../identity.ts';
import { sendPage } from '../send-page.ts';
import type { Services } from '../services.ts';
import { UserError } from '../user-error.ts';
import { addView, ErrorBody, noParams } from '../view-route.ts';
import { teamFormView, teamsView } from '../views/teams.ts';

const Key = Type.Object({ id: Type.String({ minLength: 1 }) });
const TeamsQuery = Type.Object({ changed: Type.Optional(Type.String()) }, { additionalProperties: false });
const noQuery = Type.Object({}, { additionalProperties: false });
const Written = Type.Record(Type.String(), Type.String({ maxLength: 20_000 }));
const FileBody = Type.Object(
  {
    text: Type.String({ description: 'The file: YAML, JSON or CSV' }),
    format: Type.Optional(Type.Union([Type.Literal('yaml'), Type.Literal('csv')])),
    dryRun: Type.Optional(Type.Boolean({ description: 'Only say what would change' })),
  },
  { additionalProperties: false },
);
const config = { may: 'teams' as const };

/** Departments: how they are set up, and changing that by form or by file. */
export function addTeams(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{ page: '/teams', api: '/api/teams', may: 'teams', summary: 'How departments are set up', params: noParams },
    ...{ query: TeamsQuery, view: Teams, render: teamsPage, needsPersonalData: () => true },
    build: ({ query }) => teamsView(services, query.changed ?? null),
  });
  addView(app, frame, {
    ...{
      page: '/teams/:id',
      api: '/api/teams/:id',
      may: 'teams',
      summary: 'One department, to be changed',
      params: Key,
    },
    ...{ query: noQuery, view: TeamForm, render: teamFormPage, needsPersonalData: () => true },
    build: ({ params }) => teamFormView(services, params.id),
  });
  addForms(app, services, frame);
  addFile(app, services);
}

function addForms(app: FastifyInstance, services: Services, frame: Frame): void {
  app.post('/teams', { config, schema: { hide: true, body: Written } }, async (request, reply) => {
    const { team = '', name = '' } = request.body as Record<string, string>;
    const key = team.trim();
    if ((await listTeams(services.database)).some((each) => each.key === key)) {
      throw new UserError(409, `There is a team "${key}" already.`);
    }
    const { problems } = await change(request, services, [entryOf(key, { name })], false);
    if (problems[0]) throw new UserError(400, `${problems[0].field}: ${problems[0].message}`);
    return reply.redirect(`/teams/${encodeURIComponent(key)}`, 303);
  });
  app.post('/teams/:id', { config, schema: { hide: true, params: Key, body: Written } }, async (request, reply) => {
    const { id } = request.params as Static<typeof Key>;
    const written = request.body as Record<string, string>;
    await teamFormView(services, id);
    const { problems } = await change(request, services, [entryOf(id, written)], false);
    if (problems.length === 0) return reply.redirect(`/teams?changed=${encodeURIComponent(id)}`, 303);
    const view = await teamFormView(services, id, { written, problems });
    sendPage(reply.code(400), teamFormPage(view, frameFor(request, frame)));
    return reply;
  });
}

function addFile(app: FastifyInstance, services: Services): void {
  const tags = ['people'];
  const change_ = { summary: 'Lay a file of teams over those there are', tags, body: FileBody };
  const response = { 200: TeamsChangeView, '4xx': ErrorBody };
  // Apart from `/teams/:id`, since a team may have any name.
  app.post('/api/teams-file', { config, schema: { ...change_, response } }, async (request) => {
    const { text, format = 'yaml', dryRun = false } = request.body as Static<typeof FileBody>;
    return change(request, services, readTeamsFile(text, format), dryRun);
  });
  const schema = { summary: 'All teams as a file', tags, response: { 200: Type.Object({ text: Type.String() }) } };
  app.get('/api/teams-file', { config, schema }, async () => ({
    text: writeTeamsFile(await listTeams(services.database)),
  }));
}

async function change(
  request: FastifyRequest,
  services: Services,
  entries: TeamEntry[],
  dryRun: boolean,
): Promise<TeamsChange> {
  const { database, routing, now } = services;
  const { calendar, dueHours } = wholeTeam('', { name: '', owns: '' }, routing);
  const settings = { defaults: { calendar, dueHours }, actor: viewerOf(request), dryRun };
  const outcome = await changeTeams(database, entries, settings, now());
  await services.refreshRouting?.();
  return outcome;
}

/** A form has a field `member:<email>` for each box that is ticked. */
function entryOf(key: string, written: Record<string, string>): TeamEntry {
  const members = Object.keys(written).flatMap((field) => (field.startsWith('member:') ? [field.slice(7)] : []));
  const fields = Object.entries(written).filter(([field]) => teamFields.includes(field) && field !== 'members');
  if ('members' in written) fields.push(['members', members.join(' ')]);
  return { key, line: 0, fields: new Map(fields.map(([field, value]) => [field, { value, line: 0 }])) };
}
