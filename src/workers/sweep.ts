import type { Context } from '../context.ts';
import { unfinishedTexts } from '../store/intake/unfinished-texts.ts';

const page = 20_000;

/** A text just stored is about to be queued by whoever stored it. */
const graceSeconds = 5;

/**
 * When the queue has run dry, queues whatever the store still holds unfinished: so a lost queue loses nothing. Should a
 * job be under way all the same, nothing is done twice: handlers leave alone what is no longer waiting.
 * @returns how many texts were queued.
 */
export async function sweep(context: Context): Promise<number> {
  const { waiting, active, delayed } = await context.queue.counts();
  if (waiting + active + delayed > 0) return 0;
  const olderThan = new Date(context.now().getTime() - graceSeconds * 1000);
  const rawIds = await unfinishedTexts(context.database, { olderThan, limit: page });
  context.dispatch.add(rawIds);
  await context.dispatch.flush();
  if (rawIds.length > 0) context.log.info({ texts: rawIds.length }, 'queued unfinished texts again');
  return rawIds.length;
}
