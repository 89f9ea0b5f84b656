import type { CategoryLink } from '../../../dashboards/views/shared.ts';
import type { CategoryOptions } from '../../../dashboards/views/texts.ts';
import { type Category, type Facet, facets, type Taxonomy } from '../../types.ts';
import { topicHref } from '../links.ts';

/** The taxonomy as the pages ask it. */
export interface Vocabulary {
  categories: Category[];
  find(id: string): Category | undefined;
  /** The name, or the id itself of a category of an earlier vocabulary. */
  name(id: string): string;
  link(id: string): CategoryLink;
  childrenOf(id: string): Category[];
  facetOf(id: string): Facet | null;
  /** The categories to choose from, by facet and in the order of their names. */
  byFacet(): CategoryOptions[];
  /** Whether evidence for `inner` is evidence for `outer`: they are the same, or `outer` stands above. */
  covers(outer: string, inner: string): boolean;
}

export function createVocabulary(taxonomy: Taxonomy): Vocabulary {
  const byId = new Map(taxonomy.categories.map((category) => [category.id, category]));
  const children = new Map<string, Category[]>();
  for (const category of taxonomy.categories) {
    if (category.parent !== null) children.set(category.parent, [...(children.get(category.parent) ?? []), category]);
  }
  const name = (id: string) => byId.get(id)?.name ?? id;
  const link = (id: string): CategoryLink => {
    const category = byId.get(id);
    // "Signal › Complaint" says no more than "Complaint": a category named after its facet only gathers the others.
    const above = category?.parent && category.parent !== category.facet ? name(category.parent) : null;
    const fullName = above === null ? name(id) : `${above} › ${name(id)}`;
    return { id, name: name(id), above, fullName, href: topicHref(id) };
  };
  return {
    categories: taxonomy.categories,
    find: (id) => byId.get(id),
    name,
    link,
    childrenOf: (id) => children.get(id) ?? [],
    facetOf: (id) => byId.get(id)?.facet ?? null,
    byFacet: () =>
      facets
        .map((facet) => ({
          facet,
          options: taxonomy.categories
            .filter((category) => category.facet === facet)
            .map(({ id }) => link(id))
            .sort((a, b) => a.fullName.localeCompare(b.fullName)),
        }))
        .filter(({ options }) => options.length > 0),
    covers(outer, inner) {
      for (let id: string | null = inner; id !== null; id = byId.get(id)?.parent ?? null) if (id === outer) return true;
      return false;
    },
  };
}
