import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { deliveriesPage } from '../../../dashboards/pages/deliveries.ts';
import { Deliveries } from '../../../dashboards/views/deliveries.ts';
import { replayDeliveries } from '../../store/deliveries/replay-deliveries.ts';
import type { Services } from '../services.ts';
import { addView, ErrorBody, noParams } from '../view-route.ts';
import { DeliveriesQuery, deliveriesView } from '../views/deliveries.ts';

const ReplayForm = Type.Object(
  { id: Type.String({ pattern: '^(all|[0-9]{1,15})$' }) },
  { additionalProperties: false },
);
const ReplayBody = Type.Object(
  {
    ids: Type.Union([Type.Literal('all'), Type.Array(Type.Integer({ minimum: 1 }))], { description: 'Ids, or `all`' }),
  },
  { additionalProperties: false },
);

/** What leaves the house: looking at it, and sending it once more. */
export function addDeliveries(app: FastifyInstance, services: Services, frame: Frame): void {
  const { database, now } = services;
  addView(app, frame, {
    ...{
      page: '/deliveries',
      may: 'operate',
      api: '/api/deliveries',
      summary: 'What leaves, and what has not arrived',
    },
    ...{ params: noParams, query: DeliveriesQuery, view: Deliveries, render: deliveriesPage },
    build: ({ query }) => deliveriesView(services, query),
  });

  const config = { may: 'operate' as const };
  const hidden = { config, schema: { hide: true, body: ReplayForm } };
  app.post('/deliveries/replay', hidden, async (request, reply) => {
    const { id } = request.body as Static<typeof ReplayForm>;
    const replayed = await replayDeliveries(database, id === 'all' ? 'all' : [Number(id)], now());
    return reply.redirect(`/deliveries?replayed=${replayed}`, 303);
  });
  const schema = {
    ...{ summary: 'Send what was given up, or failed, once more', tags: ['work'], body: ReplayBody },
    response: { 200: Type.Object({ waiting: Type.Integer() }), '4xx': ErrorBody },
  };
  app.post('/api/deliveries/replay', { config, schema }, async (request) => ({
    waiting: await replayDeliveries(database, (request.body as Static<typeof ReplayBody>).ids, now()),
  }));
}
