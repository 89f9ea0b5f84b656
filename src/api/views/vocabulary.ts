import type { CategoryLink } from '../../../dashboards/views/shared.ts';
import type { Category, Facet, Taxonomy } from '../../types.ts';
import { topicHref } from '../links.ts';

/** The taxonomy as the pages ask it. */
export interface Vocabulary {
  categories: Category[];
  find(id: string): Category | undefined;
  /** The name, or the id itself of a category of an earlier vocabulary. */
  name(id: string): string;
  /** With the parent's name before it, so that it stands by itself: `Billing › Overcharged`. */
  link(id: string): CategoryLink;
  /** With its own name only, for lists that show the parent. */
  shortLink(id: string): CategoryLink;
  childrenOf(id: string): Category[];
  facetOf(id: string): Facet | null;
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
  const fullName = (id: string) => {
    const parent = byId.get(id)?.parent;
    return parent ? `${name(parent)} › ${name(id)}` : name(id);
  };
  return {
    categories: taxonomy.categories,
    find: (id) => byId.get(id),
    name,
    link: (id) => ({ id, name: fullName(id), href: topicHref(id) }),
    shortLink: (id) => ({ id, name: name(id), href: topicHref(id) }),
    childrenOf: (id) => children.get(id) ?? [],
    facetOf: (id) => byId.get(id)?.facet ?? null,
    covers(outer, inner) {
      for (let id: string | null = inner; id !== null; id = byId.get(id)?.parent ?? null) if (id === outer) return true;
      return false;
    },
  };
}
