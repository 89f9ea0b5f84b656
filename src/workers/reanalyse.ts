import { createRollUp, type RollUp } from '../classify/categories.ts';
import { type Corrector, createCorrector } from '../classify/correct.ts';
import type { Context } from '../context.ts';
import { countStale } from '../store/analyses/count-stale.ts';
import { replaceAnalyses } from '../store/analyses/replace-analyses.ts';
import { staleTexts } from '../store/analyses/stale-texts.ts';
import { oneAtATime } from '../store/one-at-a-time.ts';
import type { Analysis, Correction } from '../types.ts';
import type { LanguagePool } from './language/pool.ts';

/** How far a new analysis is. */
export interface Reanalysis {
  /** Texts analysed anew this time. */
  analysed: number;
  /** Of those, texts on which the present models fail: from now on they count as not understood. */
  lost: number;
  /** Texts still analysed by other versions than the present ones. */
  left: number;
}

export type ReanalysisContext = Pick<Context, 'database' | 'models' | 'log'> & {
  pipelines: Pick<Context['pipelines'], 'intake'>;
};

/**
 * Analyses for some seconds those texts anew that other versions have analysed, the earliest first, a batch in a transaction:
 * sentences, evidence, categories and tallies are replaced together, and what people said holds in the new analysis. Cases
 * stay as they are. Goes on where the last call ended, in whatever process that was; one process is at it at a time.
 * @param seconds after which no further batch is begun; 0 only tells how many are left.
 */
export async function reanalyse(context: ReanalysisContext, pool: LanguagePool, seconds: number): Promise<Reanalysis> {
  const { database, models } = context;
  const until = performance.now() + seconds * 1000;
  const done = { analysed: 0, lost: 0 };
  await oneAtATime(database, 'reanalyse', async () => {
    while (performance.now() < until) {
      const batch = await reanalyseBatch(context, pool);
      if (batch === null) break;
      done.analysed += batch.analysed;
      done.lost += batch.lost;
    }
  });
  return { ...done, left: await countStale(database, models.versions) };
}

async function reanalyseBatch(
  { database, models, pipelines, log }: ReanalysisContext,
  pool: LanguagePool,
): Promise<Omit<Reanalysis, 'left'> | null> {
  const { batchTexts } = pipelines.intake.reading;
  const texts = await staleTexts(database, models.versions, batchTexts * pool.threads);
  if (texts.length === 0) return null;
  const parts = Array.from({ length: Math.ceil(texts.length / batchTexts) }, (_, part) =>
    pool.analyse(texts.slice(part * batchTexts, (part + 1) * batchTexts)),
  );
  const found = (await Promise.all(parts)).flat();
  const results = texts.map(({ id }, at) => ({ documentId: id, analysis: kept(found[at]!, models.versions) }));
  const lost = texts.filter((_, at) => 'reason' in found[at]!);
  for (const { id } of lost)
    log.warn({ documentId: id }, 'the present models fail on a text; it counts as not understood');
  const analysed = await replaceAnalyses(database, results, corrected(models.taxonomy, pipelines.intake.grades));
  return { analysed, lost: lost.length };
}

/** A text that costs the thread would stop the others for ever; its old analysis would mix two versions for ever. */
function kept(found: Analysis | { reason: string }, versions: Record<string, string>): Analysis {
  if (!('reason' in found)) return found;
  const sentiment = { score: 0, grade: 0 } as const;
  return { sentences: [], mentions: [], categories: [], sentiment, understood: false, versions };
}

function corrected(
  taxonomy: Context['models']['taxonomy'],
  grades: Context['pipelines']['intake']['grades'],
): (analysis: Analysis, corrections: Correction[]) => Analysis {
  const correct: Corrector = createCorrector(taxonomy.categories);
  const rollUp: RollUp = createRollUp(taxonomy, grades);
  return (analysis, corrections) => {
    // What no model reads is in no count of a category; what people said waits until one does.
    if (corrections.length === 0 || !analysis.understood) return analysis;
    const mentions = correct(analysis, corrections);
    return { ...analysis, mentions, categories: rollUp(mentions) };
  };
}
