import type { Context } from '../context.ts';
import { dropOldLeftovers, dropOldTexts } from '../store/intake/drop-old-texts.ts';

/** Texts a transaction: others wait for no longer than a second. */
const batchTexts = 500;
const dayMs = 86_400_000;

/**
 * Drops the texts that are older than the pipeline keeps them, batch by batch, oldest first. To be called again and again;
 * cut short at any moment, it goes on where it left off. @returns how many texts were dropped.
 */
export async function dropExpired({
  database,
  pipelines,
  log,
  now,
}: Pick<Context, 'database' | 'log' | 'now'> & {
  pipelines: { intake: Pick<Context['pipelines']['intake'], 'retentionDays'> };
}): Promise<number> {
  const { retentionDays } = pipelines.intake;
  if (retentionDays === null) return 0;
  const before = new Date(now().getTime() - retentionDays * dayMs);
  const day = before.toISOString().slice(0, 10);
  let dropped = 0;
  for (const drop of [
    () => database.transaction((tx) => dropOldTexts(tx, { before: day, limit: batchTexts })),
    () => database.transaction((tx) => dropOldLeftovers(tx, { before, limit: batchTexts })),
  ]) {
    for (let batch = batchTexts; batch === batchTexts; ) {
      batch = await drop();
      dropped += batch;
    }
  }
  if (dropped > 0) log.info({ texts: dropped, before: day }, 'dropped texts older than they are kept');
  return dropped;
}
