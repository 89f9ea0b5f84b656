import { createStrataCounter } from '../../mine/strata-counter.ts';
import { stratifiedRelation } from '../../mine/stratified.ts';
import type { NightlyPipeline } from '../../pipeline.ts';
import type { Queryable } from '../../store/database.ts';
import { type DocumentWindow, streamDocumentCategories } from '../../store/runs/stream-document-categories.ts';
import type { Relation, RelationCheck } from '../../types.ts';

/**
 * Looks at the strongest relations once more, within the values of each coded field and of the channel: does each hold
 * there, vanish, or reverse? Reads the window a second time, since only now is it known which relations are strong.
 */
export async function checkRelations(
  db: Queryable,
  window: Omit<DocumentWindow, 'facets'>,
  relations: readonly Relation[],
  { pairs, check }: Pick<NightlyPipeline, 'pairs' | 'check'>,
  onRead: (documents: number) => void,
): Promise<RelationCheck[]> {
  const strongest = relations.filter(({ lower }) => lower > 1).slice(0, check.relations);
  if (strongest.length === 0) return [];
  const counter = createStrataCounter(strongest, check.mostValues);
  let read = 0;
  await streamDocumentCategories(db, { ...window, facets: pairs.facets }, (documents) => {
    for (const { understood, categories, channel, attributes } of documents) {
      if (understood) counter.add(categories, { channel, ...attributes });
    }
    read += documents.length;
    onRead(read);
  });
  return strongest.flatMap(({ antecedent, consequent }, pair) =>
    counter.fields.map((field) => {
      const strata = counter.strata(pair, field);
      const { verdict, pooled, oddsRatio, interval, p } = stratifiedRelation(strata, check.confidence);
      const bounds = { lower: interval?.lower ?? null, upper: interval?.upper ?? null };
      return { antecedent, consequent, field, strata: strata.length, verdict, pooled, oddsRatio, ...bounds, p };
    }),
  );
}
