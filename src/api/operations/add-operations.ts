import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkHost } from '../guard.ts';
import { isSame } from '../identity.ts';
import { UserError } from '../user-error.ts';
import { describeMetrics } from './metrics.ts';
import type { Operations } from './operations.ts';
import { askReadiness } from './readiness.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether it may be asked under names that are not ours, as one container asks another. */
    anyName?: boolean;
  }
}

/** For supervisors and Prometheus: `/healthz` the process is up, `/readyz` its parts answer, `/metrics` how work goes. */
export function addOperations(app: FastifyInstance, operations: Operations): void {
  const options = { schema: { hide: true }, config: { open: true, anyName: true } };
  app.get('/healthz', options, async () => ({ status: 'ok' }));
  app.get('/readyz', options, async (_request, reply) => {
    const readiness = await askReadiness(operations);
    const ready = Object.values(readiness).every((state) => state === 'ok');
    return reply.code(ready ? 200 : 503).send(readiness);
  });
  app.get('/metrics', options, async (request, reply) => {
    checkReader(request, operations);
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await describeMetrics(operations));
  });
}

/** Lets in this machine under a name of its own, and whoever has the token. @throws UserError */
function checkReader(request: FastifyRequest, { host, metricsToken }: Operations): void {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined && metricsToken !== null && isSame(bearer, metricsToken)) return;
  if (bearer !== undefined || !isLoopbackAddress(request.ip)) {
    throw new UserError(401, 'Metrics are for this machine, and for whoever sends the token of EARSHOT_METRICS_TOKEN.');
  }
  checkHost(request, host);
}

function isLoopbackAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}
