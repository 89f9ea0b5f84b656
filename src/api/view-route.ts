import { type Static, type TObject, type TSchema, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Html } from '../../dashboards/html.ts';
import type { Frame } from '../../dashboards/layout.ts';
import type { Permission } from '../people/permissions.ts';
import type { Viewer } from './access/viewer.ts';
import { frameFor } from './frame.ts';
import { viewerOf } from './identity.ts';
import { maskView } from './personal/mask-view.ts';
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
  /** Who may see it. */
  may: Permission;
  params: P;
  query: Q;
  view: V;
  build(request: { params: Static<P>; query: Static<Q>; viewer: Viewer }): Promise<Static<V>>;
  /** Whether this viewer needs what the view tells of customers' addresses and numbers; left out, nobody does. */
  needsPersonalData?(view: Static<V>, viewer: Viewer): boolean;
  /** What a view says of itself when such data was hidden from it. */
  whenMasked?(view: Static<V>): Static<V>;
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
  const config = { may: route.may };
  const build = async (request: FastifyRequest): Promise<Static<V>> => {
    const viewer = viewerOf(request);
    // The schemas below have checked both before the handler runs.
    const built = await route.build({ params: request.params as Static<P>, query: request.query as Static<Q>, viewer });
    // Programs of this machine can read the store itself.
    if (request.identity === 'command line' || route.needsPersonalData?.(built, viewer)) return built;
    const masked = maskView(built);
    return route.whenMasked?.(masked) ?? masked;
  };
  app.get(route.page, { schema: { hide: true, params, querystring: query }, config }, async (request, reply) => {
    sendPage(reply, route.render(await build(request), frameFor(request, frame)));
    return reply;
  });
  const response = { 200: view, '4xx': ErrorBody };
  const schema = { summary, tags: ['views'], params, querystring: query, response };
  app.get(route.api, { schema, config }, async (request) => build(request));
}
