import type { Context } from '../context.ts';
import { countedRelations } from '../mine/counted-relations.ts';
import { createPairCounter } from '../mine/pair-counter.ts';
import { finishRun } from '../store/runs/finish-run.ts';
import { latestRun } from '../store/runs/latest-run.ts';
import { saveRelations } from '../store/runs/save-relations.ts';
import { startRun } from '../store/runs/start-run.ts';
import { streamDocumentCategories } from '../store/runs/stream-document-categories.ts';

/** Mines the relations of the whole store and keeps them as a new run. Memory grows with the categories, not the texts. */
export async function mineRelations(
  context: Context,
): Promise<{ runId: number; documents: number; relations: number }> {
  const { database, models, now } = context;
  const { pairs } = context.pipelines.nightly;
  const run = await startRun(database, now(), models.versions);
  const counter = createPairCounter();
  const leftOut = new Set(pairs.leaveOut);
  await streamDocumentCategories(database, { throughId: run.throughId, facets: pairs.facets }, (documents) => {
    for (const { categories, sentiment, understood } of documents) {
      // A text that nobody could read says nothing for or against a pair; counted, it would only raise the lift.
      if (understood) counter.add(withoutAll(categories, leftOut), sentiment);
    }
  });
  const parents = new Map(models.taxonomy.categories.map(({ id, parent }) => [id, parent]));
  const relations = countedRelations(counter, pairs, parents);
  await saveRelations(database, run.id, relations);
  await finishRun(database, run.id, { documents: counter.documents, now: now() });
  context.log.info({ runId: run.id, documents: counter.documents, relations: relations.length }, 'mined relations');
  return { runId: run.id, documents: counter.documents, relations: relations.length };
}

function withoutAll(categories: string[], leftOut: ReadonlySet<string>): string[] {
  return categories.filter((category) => !leftOut.has(category));
}

/**
 * Mines again when the store has grown enough since the last run that its relations no longer speak for it.
 * @param understood texts that a model reads, of which the run counts all.
 */
export async function refreshRelations(context: Context, understood: number): Promise<boolean> {
  const last = await latestRun(context.database);
  const { growth, hours } = context.pipelines.nightly.refresh;
  const seen = last?.documents ?? 0;
  const ageHours = last?.endedAt ? (context.now().getTime() - last.endedAt.getTime()) / 3_600_000 : Infinity;
  const due = understood > seen && (understood >= seen * (1 + growth) || ageHours >= hours);
  if (due) await mineRelations(context);
  return due;
}
