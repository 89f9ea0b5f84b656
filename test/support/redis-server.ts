import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether `redis-server` can be run here, for the tests that need a Redis to mistreat. */
export const redisRuns: boolean = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of one's own, which writes every change to disk. */
export interface RedisServer {
  url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  drop(): Promise<void>;
}

/** Starts a Redis on a free port. @param settings such as `['--maxmemory', '100mb']`. */
export async function startRedis(settings: string[] = []): Promise<RedisServer> {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-redis-'));
  const port = await freePort();
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, ...durable, ...settings];
  let child: ChildProcess | null = null;
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const started = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
      child = started;
      let output = '';
      for await (const chunk of started.stdout) {
        output += chunk;
        if (output.includes('Ready to accept connections')) break;
      }
    },
    async kill() {
      if (!child) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
      child = null;
    },
    async drop() {
      await server.kill();
      rmSync(directory, { recursive: true });
    },
  };
  await server.start();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
