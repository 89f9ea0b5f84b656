import type { Operations } from '../../api/operations/operations.ts';
import { createOperationsServer } from '../../api/operations/operations-server.ts';
import type { Context } from '../../context.ts';
import { createQueueDesk } from '../../workers/queue-desk.ts';
import { listenError } from './listen-error.ts';

/** What a process tells those who keep it running. */
export function operationsOf(context: Context): Operations {
  const { config, database, queue, meters, models, now } = context;
  const { host, metricsToken } = config;
  const queues = createQueueDesk(context);
  return { database, queue, queues, meters, versions: models.versions, host, metricsToken, now };
}

/** Lets a process without pages answer for itself, where the settings name a port. */
export async function openOperations(context: Context): Promise<{ close(): Promise<unknown> }> {
  const { host, metricsPort } = context.config;
  if (metricsPort === null) return { close: async () => undefined };
  const server = createOperationsServer(operationsOf(context), context.log);
  try {
    await server.listen({ host, port: metricsPort });
    return server;
  } catch (cause) {
    await server.close();
    throw listenError(host, metricsPort, 'EARSHOT_METRICS_PORT', cause);
  }
}
