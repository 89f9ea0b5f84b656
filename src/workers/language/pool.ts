import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import { compiledUrl } from '../../compiled.ts';
import type { RawText } from '../../types.ts';
import type { LanguageAnswer, LanguageSettings, LanguageTask, Result } from './task.ts';

/** Threads for language work, so that pages stay quick while texts are read. */
export interface LanguagePool {
  readonly threads: number;
  /** One result a text, in the order given. A text that stalls or exhausts its thread fails alone. */
  understand(raws: RawText[]): Promise<Result[]>;
  close(): Promise<void>;
}

/** A text must not exhaust the machine: past this its thread ends, and the text is kept aside. */
const threadMegabytes = 1024;

/**
 * Opens the pool and loads the models of its first thread. By default one core is left to the pages and the database.
 * @param onSeconds told how long a batch of so many texts spent in each stage.
 */
export async function openLanguagePool(
  settings: LanguageSettings,
  log: Logger,
  threads = Math.max(1, availableParallelism() - 1),
  onSeconds: (seconds: LanguageAnswer['seconds'], texts: number) => void = () => undefined,
): Promise<LanguagePool> {
  const pool = new Piscina<LanguageTask, LanguageAnswer>({
    filename: fileURLToPath(compiledUrl('./thread.js', import.meta.url)),
    workerData: settings,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: threadMegabytes },
  });
  const { parseSeconds } = settings.intake.reading;
  const takeTurn = turns(threads);

  /** A fresh thread loads its models first; that time must not count against a text. */
  const warm = () => pool.run([]);
  // The clock starts when a thread is free, or else texts that only wait would look as if they stalled.
  const run = async (raws: RawText[]): Promise<Result[]> => {
    const signal = () => AbortSignal.timeout(parseSeconds * 1000);
    const { results, seconds } = await takeTurn(() => pool.run(raws, { signal: signal() }));
    onSeconds(seconds, raws.length);
    return results;
  };

  async function runAlone(raw: RawText): Promise<Result> {
    try {
      const [result] = await run([raw]);
      return result!;
    } catch (error) {
      const reason = lossReason(error, parseSeconds);
      await warm();
      return { rawId: raw.id, reason };
    }
  }

  async function understand(raws: RawText[]): Promise<Result[]> {
    try {
      return await run(raws);
    } catch (error) {
      lossReason(error, parseSeconds);
      await warm();
      const results: Result[] = [];
      for (const raw of raws) results.push(await runAlone(raw));
      return results;
    }
  }

  // A thread that dies while it starts belongs to no task, so the pool tells of it by an event.
  await Promise.race([warm(), once(pool, 'error').then(([error]) => Promise.reject(error))]);
  pool.on('error', (err) => log.error({ err }, 'a language thread died and is replaced'));
  return { threads, understand, close: () => pool.destroy() };
}

/** At most `count` pieces of work at a time, in the order asked. */
function turns(count: number) {
  const waiting: (() => void)[] = [];
  let free = count;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--;
    else await new Promise<void>((resume) => waiting.push(resume));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

/** Why the thread was lost, in words for people. @throws the error itself when it is of another kind. */
function lossReason(error: unknown, seconds: number): string {
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) {
    return `Reading it took over ${seconds} s and was stopped. Look whether it is really one text, or split it.`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return `Reading it took over ${threadMegabytes} MB of memory and was stopped. Look whether it is really one text.`;
  }
  throw error;
}
