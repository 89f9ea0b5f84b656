import type { Context } from '../context.ts';
import { replayFailures } from '../store/intake/replay-failures.ts';

/** Reads what was kept aside once more. @returns how many texts wait now. */
export async function replay(context: Context, ids: string[] | 'all'): Promise<number> {
  const waiting = await replayFailures(context.database, ids, context.now());
  context.dispatch.add(waiting);
  await context.dispatch.flush();
  return waiting.length;
}
