import { Readable } from 'node:stream';
import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { QueueStateSchema } from '../../../dashboards/views/queues.ts';
import { nullable } from '../../../dashboards/views/shared.ts';
import { failureBytes, findFailure } from '../../store/read/failures.ts';
import { storeStatus } from '../../store/status.ts';
import { caseStates, channels } from '../../types.ts';
import type { Services } from '../services.ts';
import { notFound } from '../user-error.ts';
import { ErrorBody } from '../view-route.ts';
import { queueView } from '../views/queues.ts';

const FailureId = Type.Object({ id: Type.String({ minLength: 1 }) });
const ReplayForm = Type.Object({ id: Type.String({ minLength: 1 }) }, { additionalProperties: false });
const ReplayBody = Type.Object(
  { ids: Type.Union([Type.Literal('all'), Type.Array(Type.String())], { description: 'Ids, or `all`' }) },
  { additionalProperties: false },
);
const operate = { may: 'operate' as const };
const oneOf = (values: readonly string[]) => Type.String({ enum: [...values] });
const Status = Type.Object({
  documents: Type.Integer(),
  understood: Type.Integer(),
  waiting: Type.Integer(),
  failures: Type.Integer(),
  texts: Type.Array(
    Type.Object({
      state: oneOf(['waiting', 'done', 'duplicate', 'failed']),
      channel: oneOf(channels),
      count: Type.Integer(),
    }),
  ),
  cases: Type.Array(Type.Object({ team: Type.String(), state: oneOf(caseStates), count: Type.Integer() })),
  queues: Type.Array(QueueStateSchema),
  lastRun: Type.Unknown({ description: 'The mining run that ended last, or null' }),
});
const Mined = Type.Object({
  runId: Type.Integer(),
  day: nullable(Type.String()),
  fromDay: nullable(Type.String()),
  documents: Type.Integer(),
  relations: Type.Integer(),
  moved: Type.Integer(),
});
const NightBody = Type.Object(
  { day: Type.Optional(Type.String({ format: 'date', description: 'Left out, the day of the latest text' })) },
  { additionalProperties: false },
);

/** Looking after what is kept aside, mining by hand, and how the store stands. */
export function addUpkeepRoutes(app: FastifyInstance, services: Services): void {
  const { database, intake, queues } = services;

  app.get('/api/status', described('How store and queues stand', Status), async () => ({
    ...(await storeStatus(database)),
    // How the store stands is worth knowing while the queue is away.
    queues: (await queues.states().catch(() => [])).map(queueView),
  }));
  const night = described('Run the night of a day', Mined);
  app.post('/api/nightly', { ...night, schema: { ...night.schema, body: NightBody } }, (request) =>
    intake.mineNow((request.body as Static<typeof NightBody>).day),
  );
  app.post('/runs', { config: operate, schema: { hide: true } }, async (_request, reply) => {
    await intake.mineNow();
    return reply.redirect('/runs', 303);
  });

  const replay = described('Read what is kept aside once more', Type.Object({ waiting: Type.Integer() }));
  app.post('/api/failures/replay', { ...replay, schema: { ...replay.schema, body: ReplayBody } }, (request) =>
    intake.replay((request.body as Static<typeof ReplayBody>).ids),
  );
  app.post(
    '/failures/replay',
    { config: operate, schema: { hide: true, body: ReplayForm } },
    async (request, reply) => {
      const { id } = request.body as Static<typeof ReplayForm>;
      const { waiting } = await intake.replay(id === 'all' ? 'all' : [id]);
      return reply.redirect(`/failures?replayed=${waiting}`, 303);
    },
  );
  addDownload(app, services);
}

function described(summary: string, body: ReturnType<typeof Type.Object>) {
  return { config: operate, schema: { summary, tags: ['work'], response: { 200: body, '4xx': ErrorBody } } };
}

/** The bytes of what is kept aside, for the person who looks into it. They may be hostile, so no browser shows them. */
function addDownload(app: FastifyInstance, { database }: Services): void {
  app.get(
    '/failures/:id/bytes',
    { config: operate, schema: { hide: true, params: FailureId } },
    async (request, reply) => {
      const { id } = request.params as Static<typeof FailureId>;
      if (!(await findFailure(database, id))) {
        throw notFound('such text kept aside', 'It may have been read in the meantime.');
      }
      return reply
        .type('application/octet-stream')
        .header(
          'content-disposition',
          `attachment; filename="kept-aside-${id.replace(/[^0-9a-z]/gi, '').slice(0, 16)}.bin"`,
        )
        .header('cache-control', 'no-store')
        .send(Readable.from(failureBytes(database, id)));
    },
  );
}
