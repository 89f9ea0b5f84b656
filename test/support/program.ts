import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A data directory of its own, on the embedded engines and a free port. */
export function freshSurroundings(): { dataDir: string; env: NodeJS.ProcessEnv; remove(): Promise<void> } {
  const dataDir = mkdtempSync(join(tmpdir(), 'earshot-test-'));
  const { DATABASE_URL: _d, REDIS_URL: _r, ...others } = process.env;
  return {
    dataDir,
    env: { ...others, EARSHOT_DATA_DIR: dataDir, EARSHOT_PORT: '0', EARSHOT_LOG_LEVEL: 'warn' },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/** Runs the program to its end. */
export async function earshot(args: string[], env: NodeJS.ProcessEnv, input?: string): Promise<Outcome> {
  return run(process.execPath, [join(root, 'bin/earshot.js'), ...args], env, input);
}

export async function run(command: string, args: string[], env: NodeJS.ProcessEnv, input?: string): Promise<Outcome> {
  const child = spawn(command, args, { cwd: root, env, stdio: ['pipe', 'pipe', 'pipe'] });
  const output = collect(child);
  child.stdin.end(input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output() };
}

export interface RunningProgram {
  child: ChildProcess;
  /** The sign-in link that it printed, or what else said that it is ready. */
  link: string;
  /** Ends it as Ctrl+C would, and waits. */
  stop(): Promise<Outcome>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/** What a server prints when it listens. */
const signInLink = /http:\/\/\S+\/sign-in\?token=\S+/;

/**
 * Starts the server and waits for its sign-in link, or another program and waits until it prints what `ready` matches.
 * @throws Error with all it printed when it ends before.
 */
export async function startProgram(
  env: NodeJS.ProcessEnv,
  { command = process.execPath, args = [join(root, 'bin/earshot.js'), 'start', '--empty'], ready = signInLink } = {},
): Promise<RunningProgram> {
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  // To the whole group, as a terminal does it: npm stands between, and its shell does not pass signals on.
  const signal = (name: NodeJS.Signals): boolean => process.kill(-child.pid!, name);
  const output = collect(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  const link = await new Promise<string>((found, failed) => {
    child.stdout.on('data', () => {
      const match = ready.exec(output().stdout);
      if (match) found(match[0]);
    });
    closed.then(() => failed(new Error(`It ended before it listened:\n${output().stdout}\n${output().stderr}`)));
  });
  return {
    child,
    link,
    async stop() {
      signal('SIGTERM');
      const [code] = await closed;
      return { code, ...output() };
    },
    async kill() {
      signal('SIGKILL');
      await closed;
    },
  };
}

function collect(child: ChildProcess): () => { stdout: string; stderr: string } {
  const parts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      parts[name] += text;
    });
  }
  return () => parts;
}
