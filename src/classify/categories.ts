import type { IntakePipeline } from '../pipeline.ts';
import type { Category, DocumentCategory, Mention, Taxonomy } from '../types.ts';
import { gradeSentiment } from './grade.ts';

/** The categories that mentions affirm, in the taxonomy's order: each with its parents, which a child affirms too. */
export type RollUp = (mentions: readonly Mention[]) => DocumentCategory[];

/** Prepares the roll-up for a taxonomy. A category's sentiment is the mean over the mentions of it and of all below it. */
export function createRollUp(taxonomy: Taxonomy, grades: IntakePipeline['grades']): RollUp {
  const byId = new Map(taxonomy.categories.map((category) => [category.id, category]));
  const lineages = new Map(taxonomy.categories.map((category) => [category.id, lineage(category, byId)]));
  const order = new Map(taxonomy.categories.map((category, i) => [category, i]));
  return (mentions) => {
    const tallies = new Map<Category, { mentions: number; sum: number }>();
    for (const { category, polarity, sentiment } of mentions) {
      if (polarity === 'negated') continue;
      for (const each of lineages.get(category) ?? []) {
        const tally = tallies.get(each);
        if (!tally) tallies.set(each, { mentions: 1, sum: sentiment });
        else {
          tally.mentions++;
          tally.sum += sentiment;
        }
      }
    }
    return [...tallies]
      .sort(([a], [b]) => order.get(a)! - order.get(b)!)
      .map(([{ id, facet }, tally]) => ({
        category: id,
        facet,
        mentions: tally.mentions,
        sentiment: gradeSentiment(tally.sum / tally.mentions, grades),
      }));
  };
}

function lineage(category: Category, byId: Map<string, Category>): Category[] {
  const parent = category.parent === null ? undefined : byId.get(category.parent);
  return parent ? [category, ...lineage(parent, byId)] : [category];
}
