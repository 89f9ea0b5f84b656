import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { nullable } from '../../../dashboards/views/shared.ts';
import { type ClosedCasePlace, closedCasePage } from '../../store/routing/closed-cases.ts';
import { addRoutingModel } from '../../store/routing/routing-models.ts';
import type { Services } from '../services.ts';
import { ErrorBody } from '../view-route.ts';

const HistoryQuery = Type.Object(
  {
    from: Type.Optional(Type.String({ format: 'date' })),
    to: Type.Optional(Type.String({ format: 'date', description: 'The last day' })),
    openedAt: Type.Optional(
      Type.String({ format: 'date-time', description: 'With `id`, where the page before ended' }),
    ),
    id: Type.Optional(Type.Integer()),
  },
  { additionalProperties: false },
);
type HistoryQuery = Static<typeof HistoryQuery>;

const History = Type.Object({
  cases: Type.Array(Type.Object({ text: Type.String(), team: Type.String(), routedTeam: Type.String() })),
  next: nullable(Type.String()),
});

const ModelBody = Type.Object(
  {
    source: Type.String({ maxLength: 300 }),
    examples: Type.Integer({ minimum: 1 }),
    threshold: Type.Number({ minimum: 0, maximum: 1 }),
    quality: Type.Object({
      judged: Type.Array(
        Type.Tuple([Type.String(), Type.Array(Type.Tuple([Type.String(), Type.Number({ minimum: 0, maximum: 1 })]))]),
      ),
    }),
    files: Type.Record(Type.String({ pattern: '^[a-z.]{1,40}$' }), Type.String(), { description: 'In base64' }),
  },
  { additionalProperties: false },
);

/** A classifier of many teams weighs tens of megabytes, a third more in base64. */
const largestModel = 512 * 2 ** 20;
const dayMilliseconds = 24 * 3_600_000;

/** What routing learns from, and the way in for what was learned. */
export function addRoutingHistory(app: FastifyInstance, { database, routing, now }: Services): void {
  const config = { may: 'operate' as const };
  const described = (summary: string) => ({ summary, tags: ['work'] });
  const history = { ...described('Closed cases to learn from'), querystring: HistoryQuery };
  app.get(
    '/api/routing/history',
    { config, schema: { ...history, response: { 200: History, '4xx': ErrorBody } } },
    async (request) => {
      const { openedAt, id, ...period } = request.query as HistoryQuery;
      const after = openedAt === undefined || id === undefined ? null : { openedAt: new Date(openedAt), id };
      const cases = await closedCasePage(database, { ...periodOf(period), except: routing.triage }, after);
      const last = cases.at(-1);
      return { cases, next: last ? pageAfter(period, last) : null };
    },
  );
  const model = { ...described('Keep a model that was trained elsewhere, as a candidate'), body: ModelBody };
  app.post(
    '/api/routing/models',
    { config, bodyLimit: largestModel, schema: { ...model, response: { 200: Type.Object({ id: Type.Integer() }) } } },
    async (request) => {
      const { files, ...learned } = request.body as Static<typeof ModelBody>;
      const bytes = Object.entries(files).map(([name, base64]) => [name, Buffer.from(base64, 'base64')] as const);
      return { id: await addRoutingModel(database, learned, new Map(bytes), now()) };
    },
  );
}

/** Days, both included, as moments. */
export function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);
  return {
    from: from === undefined ? undefined : new Date(midnight(from)),
    to: to === undefined ? undefined : new Date(midnight(to) + dayMilliseconds),
  };
}

function pageAfter(period: Pick<HistoryQuery, 'from' | 'to'>, { openedAt, id }: ClosedCasePlace): string {
  return `/routing/history?${new URLSearchParams({ ...period, openedAt: openedAt.toISOString(), id: String(id) })}`;
}
