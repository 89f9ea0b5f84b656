import type { IntakePipeline } from '../pipeline.ts';
import type { Category, DocumentCategory, Mention, Taxonomy } from '../types.ts';
import { gradeSentiment } from './grade.ts';

/** The categories that mentions affirm, in the taxonomy's order: each with its parents, which a child affirms too. */
export type RollUp = (mentions: readonly Mention[]) => DocumentCategory[];

/** Prepares the roll-up for a taxonomy. A category's sentiment is the mean over the mentions of it and of all below it. */
export function createRollUp({ categories }: Taxonomy, grades: IntakePipeline['grades']): RollUp {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const places = new Map(categories.map((category, i) => [category, i]));
  const lineages = new Map(
    categories.map((category) => [category.id, lineage(category, byId).map((c) => places.get(c)!)]),
  );
  return (mentions) => {
    const tallies = new Map<number, { mentions: number; sum: number }>();
    for (const { category, polarity, sentiment } of mentions) {
      if (polarity !== 'affirmed') continue;
      for (const place of lineages.get(category) ?? []) {
        const tally = tallies.get(place);
        if (!tally) tallies.set(place, { mentions: 1, sum: sentiment });
        else {
          tally.mentions++;
          tally.sum += sentiment;
        }
      }
    }
    return [...tallies.keys()]
      .sort((a, b) => a - b)
      .map((place) => {
        const { id, facet } = categories[place]!;
        const { mentions: count, sum } = tallies.get(place)!;
        return { category: id, facet, mentions: count, sentiment: gradeSentiment(sum / count, grades) };
      });
  };
}

function lineage(category: Category, byId: Map<string, Category>): Category[] {
  const parent = category.parent === null ? undefined : byId.get(category.parent);
  return parent ? [category, ...lineage(parent, byId)] : [category];
}
