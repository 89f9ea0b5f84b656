import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { routingQualityPage } from '../../../dashboards/pages/routing-quality.ts';
import { RoutingQualityView } from '../../../dashboards/views/routing-quality.ts';
import { setModelState, setModelThreshold } from '../../store/routing/routing-models.ts';
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
    ...{ page: '/routing/quality', api: '/api/routing/quality', summary: 'Do complaints go where they belong' },
    ...{ params: noParams, query: RoutingQualityQuery, view: RoutingQualityView, render: routingQualityPage },
    build: ({ query }) => routingQualityView(services, query),
  });
  const threshold = { params: Type.Object({ id }), body: ThresholdBody };
  const state = { params: StateParams };
  const answer = { tags: ['work'], response: { 200: RoutingQualityView, '4xx': ErrorBody } };

  app.post('/routing/models/:id/threshold', { schema: { ...threshold, hide: true } }, async (request, reply) => {
    const model = await setThreshold(services, request);
    return reply.redirect(`/routing/quality?model=${model}`, 303);
  });
  app.post('/routing/models/:id/:state', { schema: { ...state, hide: true } }, async (request, reply) => {
    const model = await setState(services, request);
    return reply.redirect(`/routing/quality?model=${model}`, 303);
  });
  app.post(
    '/api/routing/models/:id/threshold',
    { schema: { ...threshold, ...answer, summary: 'Say from which score on a model routes by itself' } },
    async (request) => routingQualityView(services, { model: await setThreshold(services, request) }),
  );
  app.post(
    '/api/routing/models/:id/:state',
    { schema: { ...state, ...answer, summary: 'Let a model route, run in the shadow, or retire' } },
    async (request) => routingQualityView(services, { model: await setState(services, request) }),
  );
}

type Asked = { params: unknown; body: unknown };

async function setThreshold({ database }: Services, { params, body }: Asked): Promise<number> {
  const { id: model } = params as { id: number };
  const { threshold } = body as Static<typeof ThresholdBody>;
  if (!(await setModelThreshold(database, model, threshold))) throw missing(model);
  return model;
}

async function setState({ database, now }: Services, { params }: Asked): Promise<number> {
  const { id: model, state } = params as Static<typeof StateParams>;
  if (!(await setModelState(database, model, state, now()))) throw missing(model);
  return model;
}

function missing(model: number) {
  return notFound(`routing model ${model}`, 'The page "Routing quality" lists all that there are.');
}
