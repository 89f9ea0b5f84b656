import { createServer } from '../../api/server.ts';
import type { Config } from '../../config.ts';
import type { Context } from '../../context.ts';
import { createServices } from '../services.ts';

/** Serves pages and API. @param token what the command line proves itself with. @throws Error when the port is taken. */
export async function openPages(context: Context, token: string): Promise<{ url: string; close(): Promise<void> }> {
  const { config } = context;
  const server = createServer(createServices(context, token));
  try {
    const url = await server.listen({ host: config.host, port: config.port });
    return { url, close: () => server.close() };
  } catch (cause) {
    await server.close();
    throw listenError(config, cause);
  }
}

function listenError({ host, port }: Config, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${host} is taken. Set EARSHOT_PORT to another, or stop what uses it.`, { cause });
  }
  return new Error(`Earshot cannot listen on ${host}:${port} (${code ?? cause}).`, { cause });
}
