import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import { compiledUrl } from '../../compiled.ts';
import type { Analysis, Document, RawText } from '../../types.ts';
import type { LanguageAnswer, LanguageSettings, LanguageTask, Result } from './task.ts';

/** Threads for language work, so that pages stay quick while texts are read. */
export interface LanguagePool {
  readonly threads: number;
  /** One result a text, in the order given. A text that stalls or exhausts its thread fails alone. */
  understand(raws: RawText[]): Promise<Result[]>;
  /** Likewise of texts that were read before: what the present models make of them. */
  analyse(documents: Document[]): Promise<(Analysis | { reason: string })[]>;
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
  // The same threads, asked for the other thing that they can do.
  const analyses = pool as unknown as Piscina<Document[], Analysis[]>;
  const { parseSeconds } = settings.intake.reading;
  const takeTurn = turns(threads);

  /** A fresh thread loads its models first; that time must not count against a text. */
  const warm = () => pool.run([]);
  // The clock starts when a thread is free, or else texts that only wait would look as if they stalled.
  const inTurn = <T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    takeTurn(() => task(AbortSignal.timeout(parseSeconds * 1000)));
  const run = async (raws: RawText[]): Promise<Result[]> => {
    const { results, seconds } = await inTurn((signal) => pool.run(raws, { signal }));
    onSeconds(seconds, raws.length);
    return results;
  };
  const analyse = (documents: Document[]): Promise<Analysis[]> =>
    inTurn((signal) => analyses.run(documents, { signal, name: 'analyse' }));

  const each = apart(warm, parseSeconds);

  // A thread that dies while it starts belongs to no task, so the pool tells of it by an event.
  await Promise.race([warm(), once(pool, 'error').then(([error]) => Promise.reject(error))]);
  pool.on('error', (err) => log.error({ err }, 'a language thread died and is replaced'));
  return {
    threads,
    understand: (raws) => each(raws, run, ({ id: rawId }, reason): Result => ({ rawId, reason })),
    analyse: (documents) =>
      each<Document, Analysis | { reason: string }>(documents, analyse, (_, reason) => ({ reason })),
    close: () => pool.destroy(),
  };
}

/**
 * Texts all at once; where that costs the thread, one by one, so that one text alone is lost.
 * @returns a function that says by `lost` what stands for such a text.
 */
function apart(warm: () => Promise<unknown>, parseSeconds: number) {
  return async <T, R>(texts: T[], task: (texts: T[]) => Promise<R[]>, lost: (text: T, reason: string) => R) => {
    try {
      return await task(texts);
    } catch (error) {
      lossReason(error, parseSeconds);
      await warm();
    }
    const results: R[] = [];
    for (const text of texts) {
      try {
        results.push(...(await task([text])));
      } catch (error) {
        results.push(lost(text, lossReason(error, parseSeconds)));
        await warm();
      }
    }
    return results;
  };
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
