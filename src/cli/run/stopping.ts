import { once } from 'node:events';

/**
 * Aborts when the process is told to stop: by a supervisor (SIGTERM) or by a person (Ctrl+C, whose second press ends it
 * at once).
 * @param withinSeconds after which the process ends whatever is still under way. That is what a crash would do: jobs
 * go back to the queue when their locks lapse, and an open transaction is rolled back.
 */
export function stopSignal(withinSeconds: number | null): AbortSignal {
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
    if (withinSeconds !== null) setTimeout(giveBack, withinSeconds * 1000, withinSeconds).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  return stopping.signal;
}

/** Resolves when the process is told to stop. */
export async function stopped(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

function giveBack(seconds: number): void {
  console.error(`earshot: what is not finished after ${seconds} s is given back; another process takes it up.`);
  process.exit(0);
}
