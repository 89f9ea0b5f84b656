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
    for (const { categories, sentiment } of documents)
      counter.add(
        categories.filter((category) => !leftOut.has(category)),
        sentiment,
      );
  });
  const parents = new Map(models.taxonomy.categories.map(({ id, parent }) => [id, parent]));
  const relations = countedRelations(counter, pairs, parents);
  await saveRelations(database, run.id, relations);
  await finishRun(database, run.id, { documents: counter.documents, now: now() });
  context.log.info({ runId: run.id, documents: counter.documents, relations: relations.length }, 'mined relations');
  return { runId: run.id, documents: counter.documents, relations: relations.length };
}

/** Mines again when the store has grown enough since the last run that its relations no longer speak for it. */
export async function refreshRelations(context: Context, documents: number): Promise<boolean> {
  const last = await latestRun(context.database);
  const { growth, hours } = context.pipelines.nightly.refresh;
  const seen = last?.documents ?? 0;
  const ageHours = last?.endedAt ? (context.now().getTime() - last.endedAt.getTime()) / 3_600_000 : Infinity;
  const due = documents > seen && (documents >= seen * (1 + growth) || ageHours >= hours);
  if (due) await mineRelations(context);
  return due;
}
