import { createHash } from 'node:crypto';
import type { Understood } from '../../../src/store/intake/save-results.ts';
import type { Analysis, Channel, Document, Grade, Mention, Priority, Route, Utterance } from '../../../src/types.ts';
import { taxonomy } from './taxonomy.ts';

/** A sentence that a customer may say: `{words}` in braces are the evidence. */
interface Saying {
  text: string;
  category: string | null;
  score: number;
  negated?: boolean;
}

const sayings: Saying[] = [
  { text: 'My parcel came {five days late}.', category: 'delivery.late', score: -0.5 },
  { text: 'The box was {broken open} when it got here.', category: 'delivery.damaged', score: -0.7 },
  { text: 'You {charged me twice} for one thing.', category: 'billing.overcharged', score: -0.6 },
  { text: 'I would like my {money back}.', category: 'billing.refund', score: -0.2 },
  { text: 'The {lady at the desk} was so kind! 😀', category: 'staff.friendly', score: 0.8 },
  { text: 'It is about the {kettle} that I bought.', category: 'product.kettle', score: 0 },
  { text: 'The {lamp} is a joy to look at.', category: 'product.lamp', score: 0.6 },
  { text: 'They say it was the {strike}.', category: 'cause.strike', score: -0.1 },
  { text: 'I {wish to complain}.', category: 'signal.complaint', score: -0.6 },
  { text: 'Next time I {go elsewhere}.', category: 'signal.leave', score: -0.7 },
  { text: 'Well done, {thank you}!', category: 'signal.praise', score: 0.9 },
  { text: '{Other Shop} does it better.', category: 'competitor.other-shop', score: -0.3 },
  { text: 'This one was {not late} at all.', category: 'delivery.late', score: 0.4, negated: true },
  { text: 'I live above the bakery.', category: null, score: 0 },
  { text: '快递{晚到}了三天。', category: 'delivery.late', score: -0.5 },
];

const versions = { 'taxonomy shop': taxonomy.version };

/** A generator of whole numbers below `limit`, the same on every run (a 32-bit linear congruence). */
function createDice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const firstDay = Date.UTC(2025, 0, 6);
export const hostile = '<script>alert("x")</script><img src=x onerror=alert(1)>';

/** Texts that name several categories, feel several ways and come by all channels; some become complaints. */
export function createCorpus(size: number, seed = 7): Understood[] {
  const dice = createDice(seed);
  return Array.from({ length: size }, (_, number) => createText(number, dice));
}

function createText(number: number, dice: (limit: number) => number): Understood {
  const channel = (['email', 'call', 'survey'] as const)[dice(3)] ?? 'email';
  const isForeign = number % 17 === 5;
  const picks = Array.from({ length: 1 + dice(3) }, () => sayings[dice(sayings.length)]).filter((s) => s !== undefined);
  // What goes together: most whose parcel is late wish to leave, and most who speak of a kettle want their money back.
  const names = (category: string) => picks.some((saying) => saying.category === category);
  if (names('delivery.late') && dice(5) > 0) picks.push(sayings[9]!);
  if (names('product.kettle') && dice(5) > 0) picks.push(sayings[3]!);
  const body = isForeign ? foreign(number) : compose(channel, picks, number);
  const analysis = isForeign ? notUnderstood(body.text) : analyse(body, picks);
  const document = createDocument(number, channel, isForeign, body, dice);
  return { rawId: document.rawId, document, analysis, route: routeOf(number, document, analysis) };
}

interface Body {
  text: string;
  utterances: Utterance[];
  /** Where each saying's sentence stands. */
  sentences: { start: number; end: number; utterance: number | null }[];
}

function foreign(number: number): Body {
  const text = `Das Paket Nummer ${number} ist nicht angekommen.`;
  return { text, utterances: [], sentences: [{ start: 0, end: text.length, utterance: null }] };
}

/** Writes the sayings out: as one paragraph, or as what a customer says between an agent's questions. */
function compose(channel: Channel, picks: Saying[], number: number): Body {
  const body: Body = { text: '', utterances: [], sentences: [] };
  const add = (words: string) => {
    const start = body.text.length;
    body.text += words;
    return { start, end: body.text.length };
  };
  if (channel !== 'call') add(number % 23 === 0 ? `${hostile} ` : `Number ${number}. `);
  for (const [at, { text }] of picks.entries()) {
    if (channel === 'call') {
      const asked = add(at === 0 ? 'How can I help?' : 'I see. What else?');
      body.utterances.push({ speaker: 'Ann', role: 'agent', ...asked, at: at * 20 });
      add('\n');
    }
    const said = add(text.replace(/[{}]/g, ''));
    const utterance = channel === 'call' ? body.utterances.length : null;
    if (channel === 'call') body.utterances.push({ speaker: 'Caller', role: 'customer', ...said, at: at * 20 + 4 });
    body.sentences.push({ ...said, utterance });
    add(channel === 'call' ? '\n' : at % 2 === 0 ? ' ' : '\n\n');
  }
  return body;
}

function analyse(body: Body, picks: Saying[]): Analysis {
  const mentions = picks.flatMap((saying, sentence): Mention[] => {
    const place = body.sentences[sentence];
    if (!saying.category || !place) return [];
    const [before = '', words = ''] = saying.text.split(/[{}]/);
    const start = place.start + before.length;
    return [
      {
        ...{ sentence, start, end: start + words.length, category: saying.category },
        ...{ polarity: saying.negated ? 'negated' : 'affirmed', sentiment: saying.score, score: 1, by: `cue:${words}` },
      },
    ];
  });
  const score = mean(picks.map((saying) => saying.score));
  return {
    sentences: body.sentences.map((place, at) => ({ ...place, sentiment: sentimentOf(picks[at]?.score ?? 0) })),
    mentions,
    categories: categoriesOf(mentions),
    sentiment: sentimentOf(score),
    understood: true,
    versions,
  };
}

function notUnderstood(text: string): Analysis {
  const sentences = [{ start: 0, end: text.length, utterance: null, sentiment: sentimentOf(0) }];
  return { sentences, mentions: [], categories: [], sentiment: sentimentOf(0), understood: false, versions };
}

/** Affirmed mentions, counted for their category and those above it. */
function categoriesOf(mentions: Mention[]): Analysis['categories'] {
  const scores = new Map<string, number[]>();
  for (const { category, polarity, sentiment } of mentions) {
    if (polarity === 'negated') continue;
    for (let id: string | null = category; id !== null; id = find(id).parent) {
      scores.set(id, [...(scores.get(id) ?? []), sentiment]);
    }
  }
  return [...scores].map(([category, all]) => ({
    ...{ category, facet: find(category).facet, mentions: all.length },
    sentiment: sentimentOf(mean(all)),
  }));
}

function createDocument(
  number: number,
  channel: Channel,
  isForeign: boolean,
  body: Body,
  dice: (limit: number) => number,
): Document {
  const rawId = createHash('sha256').update(`text ${number}`).digest('hex');
  const attributes: Record<string, string> =
    channel === 'survey'
      ? {
          age: ['18-34', '35-54', '55+'][dice(3)] ?? '',
          region: ['north', 'south'][dice(2)] ?? '',
          'plan=50%': 'a=b',
          nps: String(number % 11),
        }
      : {};
  return {
    ...{ rawId, fingerprint: rawId, channel, text: body.text, utterances: body.utterances, attributes },
    source: number % 23 === 0 ? `${hostile}.eml` : `letters.mbox#${number}`,
    externalId: null,
    threadId: null,
    customerId: number % 4 === 0 ? null : `C-${dice(30)}`,
    receivedAt: new Date(firstDay + dice(40) * 86_400_000 + dice(86_400) * 1000),
    language: isForeign ? 'de' : /\p{Script=Han}/u.test(body.text) ? 'zh' : 'en',
    subject: channel === 'email' ? (number % 23 === 0 ? hostile : `Order ${number}`) : null,
  };
}

function routeOf(number: number, document: Document, analysis: Analysis): Route | null {
  const named = new Set(analysis.categories.map(({ category }) => category));
  if (!named.has('signal.complaint') && analysis.sentiment.score > -0.4) return null;
  const team = named.has('delivery') ? 'logistics' : named.has('billing') ? 'billing' : 'front desk';
  const priority = (['urgent', 'high', 'normal', 'low'] as const satisfies Priority[])[number % 4] ?? 'normal';
  const sentences = analysis.mentions.slice(0, 2).map(({ sentence }) => sentence);
  return {
    ...{ team, priority, sentences, score: 1, suggestions: [] },
    dueAt: new Date(document.receivedAt.getTime() + 72 * 3_600_000),
    by: `Complaints of this kind go to ${team}`,
    because: `It names what ${team} owns`,
  };
}

function find(id: string) {
  const found = taxonomy.categories.find((category) => category.id === id);
  if (!found) throw new Error(`The test vocabulary has no "${id}".`);
  return found;
}

function sentimentOf(score: number): { score: number; grade: Grade } {
  const grade = score >= 0.6 ? 2 : score >= 0.15 ? 1 : score >= -0.15 ? 0 : score >= -0.6 ? -1 : -2;
  return { score, grade };
}

function mean(values: number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
