import type { Context } from '../context.ts';
import { unfinishedTexts } from '../store/intake/unfinished-texts.ts';

const page = 20_000;

/** A text just stored is about to be queued by whoever stored it. */
const graceSeconds = 5;
/** A text may be in a job under way; but the job may also be one that a dead worker held, and then it may be lost. */
const underWayGraceSeconds = 15;

/**
 * When nothing waits on the queue, queues whatever the store still holds unfinished: so a lost queue loses nothing.
 * Should a job with it be under way all the same, nothing is done twice: handlers leave alone what no longer waits.
 * @returns how many texts were queued.
 */
export async function sweep(context: Context): Promise<number> {
  const { waiting, active, delayed } = await context.queue.counts();
  // A job delayed by a process whose clock is ahead may be due in a minute; lost texts must not wait for it.
  if (waiting > 0) return 0;
  const seconds = active + delayed > 0 ? underWayGraceSeconds : graceSeconds;
  const olderThan = new Date(context.now().getTime() - seconds * 1000);
  const texts = await unfinishedTexts(context.database, { olderThan, limit: page });
  for (const urgent of [true, false]) {
    context.dispatch.add(
      texts.filter((text) => text.urgent === urgent).map(({ id }) => id),
      { urgent },
    );
  }
  await context.dispatch.flush();
  if (texts.length > 0) context.log.info({ texts: texts.length }, 'queued unfinished texts again');
  return texts.length;
}
