import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ChannelSchema } from '../../../dashboards/views/shared.ts';
import { intakeResult } from '../../store/intake/intake-result.ts';
import { intakeExists } from '../../store/read/intake-exists.ts';
import { readMapping } from '../mapping-query.ts';
import type { Services } from '../services.ts';
import { notFound, UserError } from '../user-error.ts';
import { ErrorBody } from '../view-route.ts';

const IntakeQuery = Type.Object(
  {
    source: Type.String({ minLength: 1, maxLength: 1000, description: 'Name of the file, for people' }),
    modifiedAt: Type.Optional(Type.String({ format: 'date-time', description: 'Stands in for texts without a date' })),
    channel: Type.Optional(ChannelSchema),
    mapping: Type.Optional(Type.String({ description: 'Which columns of a survey mean what, as JSON' })),
  },
  { additionalProperties: false },
);
const IntakeParams = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });
const IntakeBody = Type.Object({
  source: Type.String(),
  read: Type.Integer(),
  new: Type.Integer(),
  duplicate: Type.Integer(),
  failed: Type.Integer(),
  waiting: Type.Integer(),
  finishedReading: Type.Boolean(),
  mapping: Type.Unknown(),
  failures: Type.Array(Type.Object({ id: Type.String(), source: Type.String(), reason: Type.String() })),
});

/** Taking files in over HTTP. The bytes are the body, streamed: a file of any size needs no memory to speak of. */
export function addIntakes(app: FastifyInstance, services: Services): void {
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

  const post = {
    summary: 'Take in a file; resolves when its texts are stored and queued',
    tags: ['work'],
    consumes: ['application/octet-stream'],
    querystring: IntakeQuery,
    response: { 200: Type.Object({ intakeId: Type.Integer() }), '4xx': ErrorBody },
  };
  const config = { may: 'operate' as const };
  app.post('/api/intakes', { config, schema: post, bodyLimit: Number.MAX_SAFE_INTEGER }, async (request) => {
    const { source, modifiedAt, channel = null, mapping } = request.query as Static<typeof IntakeQuery>;
    return services.intake.receive({
      ...{ name: source, channel, stream: bytesOf(request) },
      modifiedAt: modifiedAt === undefined ? services.now() : new Date(modifiedAt),
      mapping: mapping === undefined ? null : readMapping(mapping),
    });
  });

  const get = {
    summary: 'How an intake stands',
    tags: ['work'],
    params: IntakeParams,
    response: { 200: IntakeBody, '4xx': ErrorBody },
  };
  app.get('/api/intakes/:id', { config, schema: get }, async (request) => {
    const { id } = request.params as Static<typeof IntakeParams>;
    if (!(await intakeExists(services.database, id))) {
      throw notFound(`intake ${id}`, 'POST /api/intakes answers with the number of a new one.');
    }
    return intakeResult(services.database, id);
  });
}

function bytesOf({ body }: FastifyRequest): AsyncIterable<Uint8Array> {
  if (typeof body === 'object' && body !== null && Symbol.asyncIterator in body)
    return body as AsyncIterable<Uint8Array>;
  throw new UserError(415, 'Send the bytes of the file as the body, with content-type application/octet-stream.');
}
