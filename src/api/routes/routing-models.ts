import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { routingQualityPage } from '../../../dashboards/pages/routing-quality.ts';
import { RoutingQualityView } from '../../../dashboards/views/routing-quality.ts';
import type { Actor } from '../../people/user.ts';
import { addAuditEvent } from '../../store/audit/add-audit-event.ts';
import { setModelState, setModelThreshold } from '../../store/routing/routing-models.ts';
import { viewerOf } from '../identity.ts';
import type { Services } from '../services.ts';
import { notFound } from '../user-error.ts';
import { addView, ErrorBody, noParams } from '../view-route.ts';
import { RoutingQualityQuery, routingQualityView } from '../views/routing-quality.ts';

const id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const StateParams = Type.Object({
  id,
  state: Type.Unsafe<'live' | 'shadow' | 'retired'>({ type: 'string', enum: ['live', 'shadow', 'retired'] }),
});
const ThresholdBody = Type.Object(
  { threshold: Type.Number({ minimum: 0, maximum: 1, description: 'It routes by itself from this score on' }) },
  { additionalProperties: false },
);

/** The page of routing quality, and what a lead does with models: live, in the shadow, retired, another threshold. */
export function addRoutingModels(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{ page: '/routing/quality', api: '/api/routing/quality', may: 'results' },
    ...{
      summary: 'Do complaints go where they belong',
      params: noParams,
      query: RoutingQualityQuery,
      view: RoutingQualityView,
      render: routingQualityPage,
    },
    build: ({ query, viewer }) => routingQualityView(services, viewer, query),
  });
  const threshold = { params: Type.Object({ id }), body: ThresholdBody };
  const state = { params: StateParams };
  const answer = { tags: ['work'], response: { 200: RoutingQualityView, '4xx': ErrorBody } };

  const config = { may: 'teams' as const };
  app.post(
    '/routing/models/:id/threshold',
    { config, schema: { ...threshold, hide: true } },
    async (request, reply) => {
      const model = await setThreshold(services, request);
      return reply.redirect(`/routing/quality?model=${model}`, 303);
    },
  );
  app.post('/routing/models/:id/:state', { config, schema: { ...state, hide: true } }, async (request, reply) => {
    const model = await setState(services, request);
    return reply.redirect(`/routing/quality?model=${model}`, 303);
  });
  app.post(
    '/api/routing/models/:id/threshold',
    { config, schema: { ...threshold, ...answer, summary: 'Say from which score on a model routes by itself' } },
    async (request) =>
      routingQualityView(services, viewerOf(request), { model: await setThreshold(services, request) }),
  );
  app.post(
    '/api/routing/models/:id/:state',
    { config, schema: { ...state, ...answer, summary: 'Let a model route, run in the shadow, or retire' } },
    async (request) => routingQualityView(services, viewerOf(request), { model: await setState(services, request) }),
  );
}

async function setThreshold({ database, now }: Services, request: FastifyRequest): Promise<number> {
  const { id: model } = request.params as { id: number };
  const { threshold } = request.body as Static<typeof ThresholdBody>;
  const { userId, name } = viewerOf(request);
  await database.transaction(async (tx) => {
    if (!(await setModelThreshold(tx, model, threshold))) throw missing(model);
    const entry = {
      actor: { userId, name },
      action: 'set threshold',
      subject: `routing model ${model}`,
      detail: { threshold },
    };
    await addAuditEvent(tx, entry, now());
  });
  return model;
}

async function setState(services: Services, request: FastifyRequest): Promise<number> {
  const { id: model, state } = request.params as Static<typeof StateParams>;
  await changeModelState(services, viewerOf(request), model, state);
  return model;
}

/** Lets a model route, run in the shadow, or retire, and says so in the audit trail. @throws UserError where it is not there. */
export function changeModelState(
  { database, now }: Pick<Services, 'database' | 'now'>,
  { userId, name }: Actor,
  model: number,
  state: 'live' | 'shadow' | 'retired',
): Promise<void> {
  return database.transaction(async (tx) => {
    if (!(await setModelState(tx, model, state, now()))) throw missing(model);
    const entry = { actor: { userId, name }, action: `made ${state}`, subject: `routing model ${model}` };
    await addAuditEvent(tx, entry, now());
  });
}

function missing(model: number) {
  return notFound(`routing model ${model}`, 'The page "Routing quality" lists all that there are.');
}
