import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the program elsewhere received it. */
export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  key: string;
}

/** What it answers; `hang` never does, `hang up` takes the request and breaks the connection. */
export type HookAnswer = { status: number; body?: string; headers?: Record<string, string> } | 'hang' | 'hang up';

export interface HookServer {
  url: string;
  port: number;
  received: ReceivedRequest[];
  answer: (request: ReceivedRequest) => HookAnswer;
  close(): Promise<void>;
}

/** A program elsewhere, on a socket of this machine. */
export async function startHookServer(): Promise<HookServer> {
  const state: HookServer = { url: '', port: 0, received: [], answer: () => ({ status: 200 }), close: async () => {} };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const received: ReceivedRequest = {
      ...{ method: request.method ?? '', path: request.url ?? '', headers: request.headers },
      body: Buffer.concat(chunks).toString(),
      key: String(request.headers['idempotency-key'] ?? ''),
    };
    state.received.push(received);
    const answer = state.answer(received);
    if (answer === 'hang') return;
    if (answer === 'hang up') request.socket.destroy();
    else response.writeHead(answer.status, answer.headers).end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.port = (server.address() as AddressInfo).port;
  state.url = `http://127.0.0.1:${state.port}`;
  state.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return state;
}
