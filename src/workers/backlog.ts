import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';

/** Texts taken in between two looks at the backlog. A single mail, urgent or not, never waits for one. */
const textsALook = 1000;
const lookSeconds = 0.25;
/** An intake slows down, but does not stop for good: its workers may be started later. */
const patienceSeconds = 10;

/**
 * Slows an intake to what is worked off, once more waits than the pipeline allows. What floods in then stays with the
 * sender, unread, and not in the database, where pages and workers would have to reach around it.
 * @returns a function to call with every batch that was stored.
 */
export function createBackPressure(
  { queue, pipelines }: Pick<Context, 'queue' | 'pipelines'>,
  patience = patienceSeconds,
): (texts: number) => Promise<void> {
  const { mostWaitingTexts, batchTexts } = pipelines.intake.reading;
  let sinceLook = 0;

  async function isFull(): Promise<boolean> {
    // A queue that does not answer says nothing of the backlog; the sweep will fill it from the store.
    const counts = await queue.counts().catch(() => null);
    return counts !== null && counts.waiting * batchTexts > mostWaitingTexts;
  }

  return async (texts) => {
    sinceLook += texts;
    if (sinceLook < textsALook) return;
    sinceLook = 0;
    const until = performance.now() + patience * 1000;
    while (performance.now() < until && (await isFull())) await sleep(lookSeconds * 1000);
  };
}
