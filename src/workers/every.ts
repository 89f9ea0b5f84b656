import type { Logger } from 'pino';

/**
 * Runs the work soon, and again and again, `seconds` after it last ended, until stopped. What fails is logged and tried again at
 * the next turn. @returns a function that stops it and waits for the turn under way.
 */
export function every(seconds: number, log: Logger, work: () => Promise<unknown>): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let turn: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error({ err: error }, 'work on a timer failed and will be tried again');
    }
    schedule();
  }
  function schedule(inSeconds = seconds): void {
    if (!stopped) timer = setTimeout(() => (turn = run()), inSeconds * 1000);
  }

  // A process that is killed again and again would never come to work that waits for its first turn.
  schedule(Math.min(seconds, 1));
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await turn;
  };
}
