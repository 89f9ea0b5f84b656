import { createRollUp } from '../classify/categories.ts';
import { createCorrector } from '../classify/correct.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../people/user.ts';
import { addAuditEvent } from '../store/audit/add-audit-event.ts';
import { addCorrection } from '../store/corrections/add-correction.ts';
import { orderWrites } from '../store/corrections/order-writes.ts';
import { textCorrections } from '../store/corrections/text-corrections.ts';
import { replaceEvidence } from '../store/intake/replace-evidence.ts';
import { findText } from '../store/read/find-text.ts';
import { foundMentions } from '../store/read/found-mentions.ts';
import type { Correction, Taxonomy } from '../types.ts';

/** What a person asks for: of which text, which category, and which of its sentences made them say so. */
export interface CorrectionRequest extends Pick<Correction, 'category' | 'verdict'> {
  documentId: number;
  actor: Actor;
  /** Index into the text's sentences; null for the text as a whole. */
  sentence: number | null;
}

/**
 * `corrected`; `missing` where there is no such text; `unread` where no model reads its language, so that it is in no
 * count of a category; `no sentence` where it has none of that number.
 */
export type CorrectionOutcome = 'corrected' | 'missing' | 'unread' | 'no sentence';

export interface CorrectionContext extends Pick<Context, 'database' | 'now'> {
  models: { taxonomy: Taxonomy };
  pipelines: { intake: Pick<Context['pipelines']['intake'], 'grades'> };
}

/**
 * Adds a person's word on a category of a text to its history and the audit trail, and lets it hold at once in evidence and counts: all of it
 * or nothing. Cases stay as they are: people deal with those already.
 */
export function correctText(
  { database, models, pipelines, now }: CorrectionContext,
  { documentId, category, verdict, actor, sentence }: CorrectionRequest,
): Promise<CorrectionOutcome> {
  const correct = createCorrector(models.taxonomy.categories);
  const rollUp = createRollUp(models.taxonomy, pipelines.intake.grades);
  return database.transaction(async (tx) => {
    await orderWrites(tx);
    const text = await findText(tx, documentId);
    if (!text) return 'missing';
    if (!text.understood) return 'unread';
    const place = sentence === null ? { start: 0, end: 0 } : text.sentences[sentence];
    if (!place) return 'no sentence';
    const { start, end } = place;
    await addCorrection(tx, documentId, { category, verdict, start, end, actor: actor.name, at: now() });
    const entry = { actor, action: 'correct', subject: `text ${documentId}`, detail: { category, verdict } };
    await addAuditEvent(tx, entry, now());
    const found = {
      sentences: text.sentences,
      mentions: await foundMentions(tx, documentId),
      sentiment: { score: text.sentiment, grade: text.grade },
    };
    const mentions = correct(found, await textCorrections(tx, [documentId]));
    await replaceEvidence(tx, [{ documentId, analysis: { mentions, categories: rollUp(mentions) } }]);
    return 'corrected';
  });
}
