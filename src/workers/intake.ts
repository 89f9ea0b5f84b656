import type { Context } from '../context.ts';
import { saveResults } from '../store/intake/save-results.ts';
import { waitingTexts } from '../store/intake/waiting-texts.ts';
import type { RawText } from '../types.ts';
import type { LanguagePool } from './language/pool.ts';
import type { Result } from './language/task.ts';

/**
 * Reads, analyses and routes the texts of one job and saves all of it, in one transaction unless the texts are so
 * large that they come in several batches. Safe to run twice, and in two places at once: what is no longer waiting is
 * left alone.
 */
export async function handleIntake(context: Context, pool: LanguagePool, rawIds: string[]): Promise<void> {
  for await (const raws of waitingTexts(context.database, rawIds)) {
    const [fitting, tooLarge] = partBySize(raws, context.pipelines.intake.reading.largestTextMegabytes);
    const results = [...(await pool.understand(fitting)), ...tooLarge];
    const saving = performance.now();
    const saved = await saveResults(context.database, results, context.now());
    context.meters.observe('save', (performance.now() - saving) / 1000, results.length);
    context.log.debug({ rawIds: raws.map((raw) => raw.id), ...saved }, 'read, analysed and routed texts');
  }
}

/** What was kept aside for its size, and is replayed, must not reach a thread unless the limit has been raised. */
function partBySize(raws: RawText[], megabytes: number): [fitting: RawText[], tooLarge: Result[]] {
  const fits = (raw: RawText): boolean => raw.bytes.length <= megabytes * 2 ** 20;
  const reason = `The text is larger than ${megabytes} MB, the limit that \`largestTextMegabytes\` in pipelines/intake.ts sets.`;
  return [raws.filter(fits), raws.filter((raw) => !fits(raw)).map((raw) => ({ rawId: raw.id, reason }))];
}
