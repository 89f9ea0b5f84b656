import { type Static, type TObject, type TSchema, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Html } from '../../dashboards/html.ts';
import type { Frame } from '../../dashboards/layout.ts';
import { sendPage } from './send-page.ts';

/** What an error looks like under `/api/`. */
export const ErrorBody = Type.Object({
  statusCode: Type.Integer(),
  message: Type.String({ description: 'What went wrong and what would be right' }),
  reference: Type.Optional(Type.String({ description: 'Finds the error in the log' })),
});

/** Something that people see as a page and programs as JSON: one view model, two ways out. */
export interface ViewRoute<P extends TObject, Q extends TObject, V extends TSchema> {
  page: string;
  /** Without the page's own parameters being renamed: `/topics/:id` and `/api/topics/:id`. */
  api: string;
  summary: string;
  params: P;
  query: Q;
  view: V;
  build(request: { params: Static<P>; query: Static<Q> }): Promise<Static<V>>;
  render(view: Static<V>, frame: Frame): Html;
}

export const noParams = Type.Object({});

/** Adds the page and its JSON twin. */
export function addView<P extends TObject, Q extends TObject, V extends TSchema>(
  app: FastifyInstance,
  frame: Frame,
  route: ViewRoute<P, Q, V>,
): void {
  const { params, query, view, summary } = route;
  // The schemas below have checked both before the handler runs.
  const build = (request: FastifyRequest) =>
    route.build({ params: request.params as Static<P>, query: request.query as Static<Q> });
  app.get(route.page, { schema: { hide: true, params, querystring: query } }, async (request, reply) => {
    sendPage(reply, route.render(await build(request), frame));
    return reply;
  });
  const response = { 200: view, '4xx': ErrorBody };
  app.get(route.api, { schema: { summary, tags: ['views'], params, querystring: query, response } }, async (request) =>
    build(request),
  );
}
