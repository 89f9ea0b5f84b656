import type { DocumentCategory } from '../types.ts';

/**
 * What a complaint is about most: the topic named most often, of equals the one that the customer feels worse about. Of
 * a heading and what stands below it the latter counts. Null where it names no topic.
 */
export function topTopic(categories: readonly DocumentCategory[]): string | null {
  const topics = categories.filter(({ facet }) => facet === 'topic');
  const specific = topics.filter(({ category }) => !topics.some((other) => other.category.startsWith(`${category}.`)));
  const [top] = specific.sort(
    (a, b) => b.mentions - a.mentions || a.sentiment.score - b.sentiment.score || (a.category < b.category ? -1 : 1),
  );
  return top?.category ?? null;
}
