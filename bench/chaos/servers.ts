import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { postgresProgram } from './programs.ts';

const runFile = promisify(execFile);

/** A server of one's own on a free port of this machine, to be mistreated. */
export interface Server {
  url: string;
  /** Ends it as a crash would, and starts it again. */
  restart(): Promise<void>;
  drop(): Promise<void>;
}

/** Postgres refuses to run as root; `nobody` is there on every Unix. */
const nobody = { uid: 65534, gid: 65534 };

/** Makes a Postgres in the folder and starts it. It waits for the disk at each commit, as it does by itself. */
export async function startPostgres(folder: string): Promise<Server> {
  const user = process.getuid?.() === 0 ? nobody : null;
  const directory = join(folder, 'postgres');
  mkdirSync(directory, { mode: 0o700 });
  if (user) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  const port = await freePort();
  const call = (name: 'initdb' | 'pg_ctl', args: string[]) => {
    const program = postgresProgram(name);
    if (!program) throw new Error(`${name} is not installed; it comes with Postgres.`);
    return runFile(program, args, { ...user, cwd: directory });
  };
  await call('initdb', ['-D', data, '-U', 'earshot', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C']);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  const log = join(directory, 'log');
  const start = ['-D', data, '-l', log, '-w', '-o', settings, 'start'];
  await call('pg_ctl', start);
  return {
    url: `postgres://earshot@127.0.0.1:${port}/postgres`,
    async restart() {
      await call('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      await call('pg_ctl', start);
    },
    async drop() {
      await call('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
    },
  };
}

/** Starts a Redis that keeps nothing on disk, so that a restart loses every job. */
export async function startRedis(folder: string): Promise<Server & { flush(): Promise<void> }> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  let child = await launchRedis(args, url);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  return {
    url,
    async flush() {
      const redis = new Redis(url);
      await redis.flushall();
      redis.disconnect();
    },
    async restart() {
      await kill();
      child = await launchRedis(args, url);
    },
    drop: kill,
  };
}

async function launchRedis(args: string[], url: string): Promise<ChildProcess> {
  const child = spawn('redis-server', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const redis = new Redis(url, { maxRetriesPerRequest: 200, retryStrategy: () => 50 });
  redis.on('error', () => undefined);
  try {
    await redis.ping();
    return child;
  } finally {
    redis.disconnect();
  }
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
