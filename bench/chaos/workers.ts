import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.ts';
import type { Random } from '../../src/stats/random.ts';

/** Earshot as it was compiled: the one that is started by hand would compile again when a source changes meanwhile. */
export const program = join(packageRoot, 'dist', 'src', 'cli.js');

/** `earshot work` in several processes, each replaced when it ends. */
export interface Workers {
  /** Kills one that has worked for a while, at random, with -9. @returns false where none has. */
  killOne(): boolean;
  /** Tells all to stop, and waits. @returns their exit statuses. */
  stop(): Promise<(number | null)[]>;
}

interface Worker {
  child: ChildProcess;
  /** When it began to work, by `performance.now`; null before. */
  readyAt: number | null;
}

/** A worker lives at least so long, or on a slow machine none would ever finish a job and the run would never end. */
const leastLifeMs = 3000;

/**
 * @param clockOffsets seconds by which the clock of each worker is off, the first one's first; a worker that is replaced
 * hands its clock on.
 */
export function startWorkers(
  count: number,
  env: NodeJS.ProcessEnv,
  logFile: string,
  random: Random,
  clockOffsets: number[] = [],
): Workers {
  const workers = new Set<Worker>();
  const log = openSync(logFile, 'a');
  let stopping = false;

  function start(offset: number): void {
    const clock = offset === 0 ? [] : ['--import', new URL('shift-clock.js', import.meta.url).href];
    const args = [...clock, program, 'work', '--concurrency', '1'];
    const shifted = { ...env, CHAOS_CLOCK_SECONDS: String(offset) };
    const child = spawn(process.execPath, args, { env: shifted, stdio: ['ignore', 'pipe', log] });
    const worker: Worker = { child, readyAt: null };
    workers.add(worker);
    child.stdout?.on('data', () => {
      worker.readyAt ??= performance.now();
    });
    child.once('exit', () => {
      workers.delete(worker);
      if (!stopping) start(offset);
    });
  }

  for (let number = 0; number < count; number++) start(clockOffsets[number] ?? 0);
  return {
    killOne() {
      const ready = [...workers].filter(({ readyAt }) => readyAt !== null && performance.now() - readyAt > leastLifeMs);
      if (ready.length === 0) return false;
      return ready[random.below(ready.length)]!.child.kill('SIGKILL');
    },
    async stop() {
      stopping = true;
      const ends = [...workers].map(({ child }) => once(child, 'exit') as Promise<[number | null]>);
      for (const { child } of workers) child.kill('SIGTERM');
      return (await Promise.all(ends)).map(([code]) => code);
    },
  };
}
