import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { auditPage } from '../../../dashboards/pages/audit.ts';
import { usersPage } from '../../../dashboards/pages/users.ts';
import { Audit, Users } from '../../../dashboards/views/people.ts';
import { actOnUser, userActions } from '../../store/people/act-on-user.ts';
import { admitUser } from '../../store/people/admit-user.ts';
import { findUser } from '../../store/people/find-user.ts';
import { frameFor } from '../frame.ts';
import { viewerOf } from '../identity.ts';
import { sendPage } from '../send-page.ts';
import type { Services } from '../services.ts';
import { addView, ErrorBody, noParams } from '../view-route.ts';
import { AuditQuery, auditView, usersView } from '../views/people.ts';

const noQuery = Type.Object({}, { additionalProperties: false });
const NewUser = Type.Object(
  { name: Type.String(), email: Type.String(), role: Type.String() },
  { additionalProperties: false },
);
const ActionParams = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  action: Type.Unsafe<(typeof userActions)[number]>({ type: 'string', enum: [...userActions] }),
});
const ActionBody = Type.Union([
  Type.Object(
    { role: Type.Optional(Type.String()), password: Type.Optional(Type.String()) },
    { additionalProperties: false },
  ),
  Type.Null(),
]);
const Made = Type.Object({
  id: Type.Integer(),
  link: Type.Union([Type.String(), Type.Null()], { description: 'By which the person chooses a password, once' }),
});
const config = { may: 'operate' as const };

/** People and the trail of what they did, for operators. */
export function addPeople(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{ page: '/users', api: '/api/users', may: 'operate', summary: 'Who may sign in', params: noParams },
    ...{ query: noQuery, view: Users, render: usersPage, needsPersonalData: () => true },
    build: () => usersView(services),
  });
  addView(app, frame, {
    ...{ page: '/audit', api: '/api/audit', may: 'operate', summary: 'Who did what', params: noParams },
    ...{ query: AuditQuery, view: Audit, render: auditPage, needsPersonalData: () => true },
    build: ({ query }) => auditView(services, query),
  });
  addChanges(app, services, frame);
}

function addChanges(app: FastifyInstance, services: Services, frame: Frame): void {
  const admit = async (request: FastifyRequest) => {
    const given = request.body as Static<typeof NewUser>;
    const { id, token } = await admitUser(services.database, given, viewerOf(request), services.now());
    return { id, name: given.name, link: linkOf(request, token) };
  };
  const act = async (request: FastifyRequest) => {
    const { id, action } = request.params as Static<typeof ActionParams>;
    const more = (request.body ?? {}) as { role?: string; password?: string };
    const token = await actOnUser(services.database, id, { action, ...more }, viewerOf(request), services.now());
    const name = (await findUser(services.database, id))?.name ?? '';
    return { id, name, link: token === null ? null : linkOf(request, token) };
  };
  app.post('/users', { config, schema: { hide: true, body: NewUser } }, async (request, reply) => {
    sendPage(reply, usersPage(await usersView(services, await admit(request)), frameFor(request, frame)));
    return reply;
  });
  const acting = { params: ActionParams, body: ActionBody };
  app.post('/users/:id/:action', { config, schema: { hide: true, ...acting } }, async (request, reply) => {
    const { name, link } = await act(request);
    if (link === null) return reply.redirect('/users', 303);
    sendPage(reply, usersPage(await usersView(services, { name, link }), frameFor(request, frame)));
    return reply;
  });
  const described = { tags: ['people'], response: { 200: Made, '4xx': ErrorBody } };
  const summary = 'Add a person; answers with the link by which they choose a password';
  app.post('/api/users', { config, schema: { summary, ...described, body: NewUser } }, admit);
  const change = 'Switch a person off or on, give them a role, a password, or a new link';
  app.post('/api/users/:id/:action', { config, schema: { summary: change, ...described, ...acting } }, act);
}

function linkOf(request: FastifyRequest, token: string): string {
  return `${request.protocol}://${request.host}/invitation?token=${token}`;
}
