import type { Models } from '../../src/classify/models.ts';
import type { Category, Document, Taxonomy, Utterance } from '../../src/types.ts';

/** A category with only what the test is about. */
export function category(some: Partial<Category> & { id: string }): Category {
  const parent = some.id.includes('.') ? some.id.slice(0, some.id.lastIndexOf('.')) : null;
  return { facet: 'topic', name: some.id, parent, definition: `About ${some.id}.`, cues: [], not: [], ...some };
}

export function taxonomy(categories: Category[]): Taxonomy {
  return { name: 'test', title: 'Test', version: '0', categories };
}

/** A lexicon of a few words, in the form of `models/sentiment/<language>/lexicon.tsv`. */
export function models(categories: Category[], sentiment: Models['sentiment']): Models {
  return { taxonomy: taxonomy(categories), sentiment, versions: { 'taxonomy test': '0' } };
}

export function document(text: string, language = 'en', utterances: Utterance[] = []): Document {
  return {
    rawId: 'raw',
    fingerprint: 'print',
    channel: utterances.length > 0 ? 'call' : 'survey',
    source: 'test',
    externalId: null,
    threadId: null,
    customerId: null,
    receivedAt: new Date('2026-03-01T09:00:00Z'),
    language,
    subject: null,
    text,
    utterances,
    attributes: {},
  };
}
