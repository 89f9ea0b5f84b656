import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { subscribersPage, unsubscribePage } from '../../../dashboards/pages/subscribers.ts';
import { Subscribers } from '../../../dashboards/views/subscribers.ts';
import { may } from '../../people/permissions.ts';
import { addAuditEvent } from '../../store/audit/add-audit-event.ts';
import { findUser } from '../../store/people/find-user.ts';
import {
  addSubscriber,
  findSubscriber,
  listSubscribers,
  removeSubscriber,
} from '../../store/subscribers/subscribers.ts';
import type { Viewer } from '../access/viewer.ts';
import { viewerOf } from '../identity.ts';
import { sendPage } from '../send-page.ts';
import type { Services } from '../services.ts';
import { UserError } from '../user-error.ts';
import { addView, ErrorBody, noParams } from '../view-route.ts';

const Change = Type.Object(
  { email: Type.String({ format: 'email', maxLength: 254 }) },
  { additionalProperties: false },
);
const Way = Type.Object({ way: Type.Unsafe<'add' | 'remove'>({ type: 'string', enum: ['add', 'remove'] }) });
const Token = Type.Object({ token: Type.String({ minLength: 16, maxLength: 64 }) }, { additionalProperties: false });
const config = { may: 'texts' as const };

/** Who gets the report by mail. Everybody may speak for their own address, operators for every one. */
export function addSubscribers(app: FastifyInstance, services: Services, frame: Frame): void {
  const { database, now } = services;
  addView(app, frame, {
    ...{ page: '/subscribers', api: '/api/subscribers', may: 'texts', summary: 'Who gets the report by mail' },
    ...{ params: noParams, query: Type.Object({}, { additionalProperties: false }), view: Subscribers },
    ...{ render: subscribersPage, needsPersonalData: () => true },
    build: ({ viewer }) => subscribersView(services, viewer),
  });
  const change = async (viewer: Viewer, way: 'add' | 'remove', email: string): Promise<{ changed: boolean }> => {
    await checkOwn(services, viewer, email);
    return database.transaction(async (tx) => {
      const changed = way === 'add' ? await addSubscriber(tx, email, now()) : await removeSubscriber(tx, email);
      const entry = { actor: viewer, action: way === 'add' ? 'subscribe' : 'unsubscribe', subject: 'report by mail' };
      if (changed) await addAuditEvent(tx, { ...entry, detail: { email: email.trim().toLowerCase() } }, now());
      return { changed };
    });
  };
  const form = { hide: true, params: Way, body: Change };
  app.post('/subscribers/:way', { config, schema: form }, async (request, reply) => {
    const { way } = request.params as Static<typeof Way>;
    await change(viewerOf(request), way, (request.body as Static<typeof Change>).email);
    return reply.redirect('/subscribers', 303);
  });
  const response = { 200: Type.Object({ changed: Type.Boolean() }), '4xx': ErrorBody };
  const schema = {
    summary: 'Subscribe or unsubscribe an address',
    tags: ['findings'],
    params: Way,
    body: Change,
    response,
  };
  app.post('/api/subscribers/:way', { config, schema }, (request) =>
    change(
      viewerOf(request),
      (request.params as Static<typeof Way>).way,
      (request.body as Static<typeof Change>).email,
    ),
  );
  addUnsubscribe(app, services);
}

/** The way out that stands in each mail: open to whoever has it, and by one click of a mail program (RFC 8058). */
function addUnsubscribe(app: FastifyInstance, { database }: Services): void {
  const open = { config: { open: true }, schema: { hide: true, querystring: Token } };
  app.get('/unsubscribe', open, async (request, reply) => {
    const { token } = request.query as Static<typeof Token>;
    sendPage(reply, unsubscribePage(await findSubscriber(database, token), token));
    return reply;
  });
  app.post('/unsubscribe', open, async (request, reply) => {
    const { token } = request.query as Static<typeof Token>;
    const email = await findSubscriber(database, token);
    if (email !== null) await removeSubscriber(database, email);
    sendPage(reply, unsubscribePage(null, token));
    return reply;
  });
}

async function subscribersView(services: Services, viewer: Viewer): Promise<Subscribers> {
  const found = await listSubscribers(services.database);
  const own = await ownAddress(services, viewer);
  const mayChange = may(viewer.role, 'operate');
  return {
    ...{ canSend: services.sendsMail ?? false, mayChange, own },
    subscribers: found
      .filter(({ email }) => mayChange || email === own)
      .map(({ addedAt, ...subscriber }) => ({ ...subscriber, addedAt: addedAt.toISOString() })),
  };
}

async function ownAddress({ database }: Services, { userId }: Viewer): Promise<string | null> {
  const user = userId === null ? null : await findUser(database, userId);
  return user?.email.toLowerCase() ?? null;
}

/** @throws UserError 403 where the address is another's and whoever asks is no operator. */
async function checkOwn(services: Services, viewer: Viewer, email: string): Promise<void> {
  if (may(viewer.role, 'operate') || (await ownAddress(services, viewer)) === email.trim().toLowerCase()) return;
  throw new UserError(403, 'You may subscribe your own address; an operator subscribes others.');
}
