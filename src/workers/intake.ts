import type { Context } from '../context.ts';
import { saveResults } from '../store/intake/save-results.ts';
import { waitingTexts } from '../store/intake/waiting-texts.ts';
import type { LanguagePool } from './language/pool.ts';

/**
 * Reads, analyses and routes the texts of one job and saves all of it, in one transaction unless the texts are so
 * large that they come in several batches. Safe to run twice, and in two places at once: what is no longer waiting is
 * left alone.
 */
export async function handleIntake(context: Context, pool: LanguagePool, rawIds: string[]): Promise<void> {
  for await (const raws of waitingTexts(context.database, rawIds)) {
    const results = await pool.understand(raws);
    const saved = await saveResults(context.database, results, context.now());
    context.log.debug({ rawIds: raws.map((raw) => raw.id), ...saved }, 'read, analysed and routed texts');
  }
}
