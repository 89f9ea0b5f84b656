import { createHash } from 'node:crypto';
import type { Category } from '../types.ts';
import type { Models } from './models.ts';

/** The models with what people added to the vocabulary: new categories, and further cues of categories that are there. */
export function extendModels(models: Models, added: readonly Omit<Category, 'not'>[]): Models {
  if (added.length === 0) return models;
  const known = new Map(models.taxonomy.categories.map((category) => [category.id, category]));
  for (const { id, facet, name, parent, definition, cues } of added) {
    const had = known.get(id);
    if (had) known.set(id, { ...had, cues: [...new Set([...had.cues, ...cues])] });
    // A parent that the vocabulary has lost must not take its children with it.
    else
      known.set(id, {
        id,
        facet,
        name,
        parent: parent && known.has(parent) ? parent : null,
        definition,
        cues,
        not: [],
      });
  }
  const version = createHash('sha256').update(JSON.stringify(added)).digest('hex');
  return {
    ...models,
    taxonomy: {
      ...models.taxonomy,
      version: createHash('sha256')
        .update(models.taxonomy.version + version)
        .digest('hex'),
      categories: [...known.values()],
    },
    versions: { ...models.versions, 'vocabulary added here': version },
  };
}
