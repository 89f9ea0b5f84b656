import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { viewerOf } from '../identity.ts';
import type { Services } from '../services.ts';
import { ErrorBody } from '../view-route.ts';

const RetryForm = Type.Object({ id: Type.String({ minLength: 1 }) }, { additionalProperties: false });
const RetryBody = Type.Object(
  { ids: Type.Union([Type.Literal('all'), Type.Array(Type.String())], { description: 'Ids of jobs, or `all`' }) },
  { additionalProperties: false },
);
const config = { may: 'operate' as const };
const Paused = Type.Object({ paused: Type.Boolean() });

/** Lets the queues stand still and go on, and tries jobs again that were given up. */
export function addQueueActions(app: FastifyInstance, { queues }: Services): void {
  const actions = { pause: queues.pause, resume: queues.resume };
  for (const [name, act] of Object.entries(actions)) {
    app.post(`/queues/${name}`, { config, schema: { hide: true } }, async (request, reply) => {
      await act(viewerOf(request));
      return reply.redirect('/queues', 303);
    });
    const summary = name === 'pause' ? 'Let every queue stand still' : 'Let the queues go on';
    const schema = { summary, tags: ['work'], response: { 200: Paused, '4xx': ErrorBody } };
    app.post(`/api/queues/${name}`, { config, schema }, async (request) => {
      await act(viewerOf(request));
      return { paused: name === 'pause' };
    });
  }
  app.post('/queues/retry', { config, schema: { hide: true, body: RetryForm } }, async (request, reply) => {
    const { id } = request.body as Static<typeof RetryForm>;
    const retried = await queues.retry(id === 'all' ? 'all' : [id], viewerOf(request));
    return reply.redirect(`/queues?retried=${retried}`, 303);
  });
  const response = { 200: Type.Object({ retried: Type.Integer() }), '4xx': ErrorBody };
  const schema = { summary: 'Try jobs again that were given up', tags: ['work'], body: RetryBody, response };
  app.post('/api/queues/retry', { config, schema }, async (request) => ({
    retried: await queues.retry((request.body as Static<typeof RetryBody>).ids, viewerOf(request)),
  }));
}
