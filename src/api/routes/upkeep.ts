import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { QueueStateSchema } from '../../../dashboards/views/queues.ts';
import { nullable } from '../../../dashboards/views/shared.ts';
import { failureBytes, findFailure } from '../../store/read/failures.ts';
import { storeStatus } from '../../store/status.ts';
import { caseStates, channels } from '../../types.ts';
import type { Services } from '../services.ts';
import { notFound, UserError } from '../user-error.ts';
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
  stale: Type.Integer({ description: 'Analysed by other versions than the present ones' }),
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
const Reanalysed = Type.Object({ analysed: Type.Integer(), lost: Type.Integer(), left: Type.Integer() });
const ReanalyseBody = Type.Object(
  {
    seconds: Type.Number({ minimum: 0, maximum: 60, description: '0 only tells how many are left' }),
    versions: Type.Optional(
      Type.Record(Type.String(), Type.String(), { description: 'What the caller takes for the present versions' }),
    ),
  },
  { additionalProperties: false },
);
const otherModels =
  'The running Earshot was started with other models, vocabulary or pipelines than there are now. Start it again first.';
const NightBody = Type.Object(
  { day: Type.Optional(Type.String({ format: 'date', description: 'Left out, the day of the latest text' })) },
  { additionalProperties: false },
);

/** Looking after what is kept aside, mining by hand, and how the store stands. */
export function addUpkeepRoutes(app: FastifyInstance, services: Services): void {
  const { database, versions, intake, queues } = services;

  app.get('/api/status', described('How store and queues stand', Status), async () => ({
    ...(await storeStatus(database, versions)),
    // How the store stands is worth knowing while the queue is away.
    queues: (await queues.states().catch(() => [])).map(queueView),
  }));
  const night = described('Run the night of a day', Mined);
  app.post('/api/nightly', { ...night, schema: { ...night.schema, body: NightBody } }, (request) =>
    intake.mineNow((request.body as Static<typeof NightBody>).day),
  );
  const anew = described('Analyse texts anew that other versions have analysed, for some seconds', Reanalysed);
  app.post('/api/reanalyse', { ...anew, schema: { ...anew.schema, body: ReanalyseBody } }, (request) => {
    const { seconds, versions: wanted } = request.body as Static<typeof ReanalyseBody>;
    if (wanted && !isDeepStrictEqual(wanted, versions)) throw new UserError(409, otherModels);
    return intake.reanalyse(seconds);
  });
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
