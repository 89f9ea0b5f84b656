import type { Facet, Mention } from '../types.ts';
import { findName } from './names.ts';

const signal = 'signal.competitor';

/**
 * Settles who is meant where a competitor is spoken of. A mention of a known competitor is a signal too, on the same words.
 * A signal seen by a proper noun ("moved to PROPN") takes in the whole name, and falls away where the name is a place, a
 * person or a date.
 */
export function settleCompetitors(
  text: string,
  mentions: readonly Mention[],
  facetOf: (category: string) => Facet | undefined,
): Mention[] {
  const isConcerned = ({ category }: Mention) => category === signal || facetOf(category) === 'competitor';
  if (!mentions.some(isConcerned)) return [...mentions];
  const named = mentions.flatMap((mention) => (mention.category === signal ? nameSignal(text, mention) : [mention]));
  const signals = named.filter(({ category }) => category === signal);
  const implied = named
    .filter(({ category }) => facetOf(category) === 'competitor')
    .filter(({ start, end }) => !signals.some((other) => start < other.end && other.start < end))
    .map((mention) => ({ ...mention, category: signal }));
  return [...named, ...implied];
}

function nameSignal(text: string, mention: Mention): Mention[] {
  if (!mention.by.includes('PROPN')) return [mention];
  const name = findName(text, mention);
  if (name && !name.isOrganisation) return [];
  const end = Math.max(mention.end, name?.end ?? 0);
  // "T-Mobile", "AT&T": a name goes on to the end of its word.
  const [rest = ''] = /^(?:[-&'’]\p{L}+)+/u.exec(text.slice(end, end + 40)) ?? [];
  return [{ ...mention, start: Math.min(mention.start, name?.start ?? mention.start), end: end + rest.length }];
}
