import type { Context } from '../context.ts';
import { saveResults } from '../store/intake/save-results.ts';
import { waitingTexts } from '../store/intake/waiting-texts.ts';
import type { RawText } from '../types.ts';
import { giveUpIntake } from './give-up.ts';
import type { RoutedResult } from './route-texts.ts';

/** What turns bytes into results: a language pool and the rules, with the advice of routing models or without. */
export interface Reader {
  understand(raws: RawText[]): Promise<RoutedResult[]>;
}

/**
 * Reads, analyses and routes the texts of one job and saves all of it, in one transaction unless the texts are so
 * large that they come in several batches. Safe to run twice, and in two places at once: what is no longer waiting is
 * left alone.
 */
export async function handleIntake(context: Context, reader: Reader, rawIds: string[]): Promise<void> {
  for await (const raws of waitingTexts(context.database, rawIds)) {
    const [fitting, tooLarge] = partBySize(raws, context.pipelines.intake.reading.largestTextMegabytes);
    const results = [...(await reader.understand(fitting)), ...tooLarge];
    const saving = performance.now();
    const cases = { together: context.pipelines.cases.together, destinations: context.pipelines.delivery.destinations };
    const saved = await saveResults(context.database, results, context.now(), cases);
    context.meters.observe('save', (performance.now() - saving) / 1000, results.length);
    context.log.debug({ rawIds: raws.map((raw) => raw.id), ...saved }, 'read, analysed and routed texts');
  }
}

/*
 * Why one job a batch, and no flow of jobs a stage: BullMQ can chain parse → analyse → route → deliver as parents and
 * children, but a job that is added, taken and finished costs 0.1 ms on Redis and 1 ms on the embedded database, where
 * the four stages of a text together take 0.4 ms. A flow would carry half-made results between jobs, or store them four
 * times; a batch of fifty goes through its stages in memory, is saved in one transaction, and is as good as new when it
 * is cut short. What leaves the house goes through an outbox that the same transaction fills, and a lane of its own,
 * with attempts and limits that no other stage needs.
 */

/** One attempt at a job of texts; the last one does not leave them to fail together for ever. */
export async function attemptIntake(
  context: Context,
  reader: Reader,
  rawIds: string[],
  isLast: boolean,
): Promise<void> {
  try {
    await handleIntake(context, reader, rawIds);
  } catch (error) {
    if (!isLast) throw error;
    await giveUpIntake(context, rawIds, error);
  }
}

/** What was kept aside for its size, and is replayed, must not reach a thread unless the limit has been raised. */
function partBySize(
  raws: RawText[],
  megabytes: number,
): [fitting: RawText[], tooLarge: { rawId: string; reason: string }[]] {
  const fits = (raw: RawText): boolean => raw.bytes.length <= megabytes * 2 ** 20;
  const reason = `The text is larger than ${megabytes} MB, the limit that \`largestTextMegabytes\` in pipelines/intake.ts sets.`;
  return [raws.filter(fits), raws.filter((raw) => !fits(raw)).map((raw) => ({ rawId: raw.id, reason }))];
}
