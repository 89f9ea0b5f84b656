import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { Logger } from 'pino';
import { UserError } from '../user-error.ts';
import { addOperations } from './add-operations.ts';
import type { Operations } from './operations.ts';

/** What a process without pages answers: whether it is up and ready, and its metrics. */
export function createOperationsServer(operations: Operations, log: Logger): FastifyInstance {
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
  });
  app.setErrorHandler<Error>((error, request, reply) => {
    const status = error instanceof UserError ? error.statusCode : 500;
    if (status === 500) request.log.error({ err: error }, 'an answer failed');
    return reply.code(status).send({ message: status === 500 ? 'It failed; the log says why.' : error.message });
  });
  addOperations(app, operations);
  return app;
}
