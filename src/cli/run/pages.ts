import { createServer } from '../../api/server.ts';
import type { Context } from '../../context.ts';
import type { Crew } from '../../workers/crew.ts';
import { createServices } from '../services.ts';
import { listenError } from './listen-error.ts';
import { operationsOf } from './operations.ts';

/** Serves pages and API. @param token what the command line proves itself with. @throws Error when the port is taken. */
export async function openPages(
  context: Context,
  token: string,
  crew?: () => Crew | null,
): Promise<{ url: string; close(): Promise<void> }> {
  const { config } = context;
  const server = createServer(createServices(context, token, crew), operationsOf(context));
  try {
    const url = await server.listen({ host: config.host, port: config.port });
    return { url, close: () => server.close() };
  } catch (cause) {
    await server.close();
    throw listenError(config.host, config.port, 'EARSHOT_PORT', cause);
  }
}
