import type { Analysis, Correction } from '../../types.ts';
import { orderWrites } from '../corrections/order-writes.ts';
import { textCorrections } from '../corrections/text-corrections.ts';
import type { Database } from '../database.ts';
import { replaceEvidence } from '../intake/replace-evidence.ts';
import { moveCaseSentences } from './move-case-sentences.ts';
import { type NewAnalysis, updateAnalyses } from './update-analyses.ts';

/**
 * Puts new analyses in the place of those that documents have, all or nothing; tallies follow. A document that the same
 * versions have analysed meanwhile is left alone, so that it changes nothing to save twice.
 * @param correct lets what people said of the text hold in its new analysis.
 * @returns how many were replaced.
 */
export function replaceAnalyses(
  db: Database,
  results: readonly NewAnalysis[],
  correct: (analysis: Analysis, corrections: Correction[]) => Analysis,
): Promise<number> {
  return db.transaction(async (tx) => {
    await orderWrites(tx);
    await moveCaseSentences(tx, results);
    const changed = await updateAnalyses(tx, results);
    const corrections = await textCorrections(tx, [...changed]);
    const corrected = results
      .filter(({ documentId }) => changed.has(documentId))
      .map(({ documentId, analysis }) => ({
        documentId,
        analysis: correct(
          analysis,
          corrections.filter((correction) => correction.documentId === documentId),
        ),
      }));
    await replaceEvidence(tx, corrected);
    return changed.size;
  });
}
