import type { RouteRule, Routing } from '../../src/pipeline.ts';
import type { Analysis, Category, Document, Facet, Grade, Mention, Taxonomy } from '../../src/types.ts';

const facets: Record<string, Facet> = { signal: 'signal', rival: 'competitor', product: 'product' };

function category(id: string, cues = ['word']): Category {
  const [top = id] = id.split('.');
  const parent = id === top ? null : top;
  const name = `Name of ${id}`;
  return { id, facet: facets[top] ?? 'topic', name, parent, definition: `About ${id}.`, cues, not: [] };
}

/** A taxonomy of two headings, two rivals and the signals. `care` has no cues of its own. */
export const taxonomy: Taxonomy = {
  name: 'test',
  title: 'Test',
  version: '0',
  categories: [
    category('billing'),
    category('billing.twice'),
    category('billing.refund'),
    category('care', []),
    category('care.safety'),
    category('care.law'),
    category('product', []),
    category('product.phone'),
    category('rival', []),
    category('rival.green'),
    category('rival.blue'),
    category('signal', []),
    category('signal.complaint'),
    category('signal.leave'),
    category('signal.urgency'),
  ],
};

/** A routing with three teams and the rules given. */
export function routing(rules: RouteRule[], some: Partial<Routing> = {}): Routing {
  return {
    teams: {
      billing: { name: 'Billing', owns: 'Bills.' },
      retention: { name: 'Retention', owns: 'Farewells.' },
      triage: { name: 'Triage', owns: 'The rest.' },
    },
    triage: 'triage',
    dueHours: { urgent: 2, high: 24, normal: 72, low: 120 },
    rules,
    ...some,
  };
}

/** A rule for Billing at normal priority unless said otherwise. */
export function rule(name: string, when: RouteRule['when'], then: Partial<RouteRule['then']> = {}): RouteRule {
  return { name, when, then: { team: 'billing', priority: 'normal', ...then } };
}

export function document(some: Partial<Document> = {}): Document {
  return {
    rawId: 'raw',
    fingerprint: 'print',
    channel: 'email',
    source: 'test',
    externalId: null,
    threadId: null,
    customerId: null,
    receivedAt: new Date('2026-03-02T09:00:00Z'),
    language: 'en',
    subject: null,
    text: '',
    utterances: [],
    attributes: {},
    ...some,
  };
}

/** An analysis whose sentences each affirm the categories given; `!` before one denies it. Parents are affirmed too. */
export function analysis(sentences: string[][], grade: Grade = -1): Analysis {
  const sentiment = { score: grade / 2, grade };
  const mentions = sentences.flatMap((ids, sentence) => ids.map((id) => mention(id, sentence)));
  const affirmed = mentions.filter(({ polarity }) => polarity === 'affirmed').map((found) => found.category);
  const withParents = new Set(affirmed.flatMap((id) => [id, id.split('.')[0] ?? id]));
  return {
    sentences: sentences.map((_, at) => ({ start: at * 10, end: at * 10 + 9, utterance: null, sentiment })),
    mentions,
    categories: taxonomy.categories
      .filter(({ id }) => withParents.has(id))
      .map(({ id, facet }) => ({ category: id, facet, mentions: 1, sentiment })),
    sentiment,
    understood: true,
    versions: {},
  };
}

function mention(written: string, sentence: number): Mention {
  const category = written.replace('!', '');
  const polarity = written.startsWith('!') ? 'negated' : 'affirmed';
  return {
    sentence,
    start: sentence * 10,
    end: sentence * 10 + 4,
    category,
    polarity,
    sentiment: 0,
    score: 1,
    by: 'cue:x',
  };
}
