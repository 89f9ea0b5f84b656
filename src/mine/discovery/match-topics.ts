import { createHash } from 'node:crypto';
import type { DiscoveredTopic, TopicFlow } from '../../types/findings.ts';
import type { FoundTopic } from './discover.ts';

/** A topic as it is known from earlier nights; without texts where only its words are still known. */
export interface KnownTopic {
  id: string;
  terms: string[];
  bornDay: string;
  documents: readonly number[];
}

/** Part of a topic's texts that must go the same way for it to count as the same, to split, or to merge. */
const mainPart = 0.3;
const fewest = 3;
/** Share of common words from which on a topic that was gone has come back. */
const sameWords = 0.5;

/**
 * Gives topics the ids they had: a topic is the one with which it shares most texts; failing that, one gone earlier with
 * the same words. Others are born, with an id made of their day and their most typical text, so that a night run again
 * gives the same ids. Births, splits, merges and ends are told as flows of texts from topic to topic.
 * @param known of nights of earlier days. @param today those that another run of the same day gave an id.
 */
export function matchTopics(
  found: readonly FoundTopic[],
  known: readonly KnownTopic[],
  today: readonly KnownTopic[],
  day: string,
): { topics: DiscoveredTopic[]; flows: TopicFlow[] } {
  const present = new Set(found.flatMap(({ documents }) => documents));
  const sharedWith = (topic: KnownTopic): number[][] => {
    const had = new Set(topic.documents);
    return found.map(({ documents }) => documents.filter((document) => had.has(document)));
  };
  const flows = new Map(known.map((topic) => [topic.id, sharedWith(topic)]));
  const left = new Map(known.map(({ id, documents }) => [id, documents.filter((one) => present.has(one)).length]));
  const ids = new Map<number, { id: string; bornDay: string }>();
  assign(found, known, flows, ids);
  assign(found, today, new Map(today.map((topic) => [topic.id, sharedWith(topic)])), ids);
  recall(found, known, ids);
  const topics = found.map((topic, place): DiscoveredTopic => {
    const { id, bornDay } = ids.get(place) ?? { id: birthId(topic, day), bornDay: day };
    const { terms, cues, documents, examples } = topic;
    return { id, bornDay, terms, cues, documents, examples };
  });
  return { topics, flows: tellFlows(topics, known, flows, left, day) };
}

/** The pairs that share most come first; each topic gives its id once. */
function assign(
  found: readonly FoundTopic[],
  known: readonly KnownTopic[],
  flows: ReadonlyMap<string, number[][]>,
  ids: Map<number, { id: string; bornDay: string }>,
): void {
  const taken = new Set([...ids.values()].map(({ id }) => id));
  const pairs = known.flatMap((topic) =>
    found.map((_, place) => ({ topic, place, texts: flows.get(topic.id)![place]!.length })),
  );
  pairs.sort(
    (one, other) => other.texts - one.texts || one.place - other.place || (one.topic.id < other.topic.id ? -1 : 1),
  );
  for (const { topic, place, texts } of pairs) {
    const smaller = Math.min(topic.documents.length, found[place]!.documents.length);
    if (texts < fewest || texts < mainPart * smaller || taken.has(topic.id) || ids.has(place)) continue;
    ids.set(place, { id: topic.id, bornDay: topic.bornDay });
    taken.add(topic.id);
  }
}

function recall(
  found: readonly FoundTopic[],
  known: readonly KnownTopic[],
  ids: Map<number, { id: string; bornDay: string }>,
): void {
  const taken = new Set([...ids.values()].map(({ id }) => id));
  for (const [place, { terms }] of found.entries()) {
    if (ids.has(place)) continue;
    const same = known.find(({ id, documents, terms: had }) => {
      const both = had.filter((term) => terms.includes(term)).length;
      return documents.length === 0 && !taken.has(id) && both >= sameWords * (had.length + terms.length - both);
    });
    if (!same) continue;
    ids.set(place, { id: same.id, bornDay: same.bornDay });
    taken.add(same.id);
  }
}

function birthId({ key }: FoundTopic, day: string): string {
  return `t-${createHash('sha256').update(`${day} ${key}`).digest('hex').slice(0, 8)}`;
}

function tellFlows(
  topics: readonly DiscoveredTopic[],
  known: readonly KnownTopic[],
  flows: ReadonlyMap<string, number[][]>,
  left: ReadonlyMap<string, number>,
  day: string,
): TopicFlow[] {
  const told: TopicFlow[] = [];
  const main = ({ id, documents }: KnownTopic): number[] =>
    [...topics.keys()].filter((place) => {
      const texts = flows.get(id)![place]!.length;
      return documents.length > 0 && texts >= fewest && texts >= mainPart * left.get(id)!;
    });
  const into = new Map(known.map((topic) => [topic.id, main(topic)]));
  const sources = topics.map((_, place) => known.filter(({ id }) => into.get(id)!.includes(place)));
  for (const topic of known) {
    const places = into.get(topic.id)!;
    if (places.length > 1) {
      for (const place of places) {
        told.push({ kind: 'split', from: topic.id, to: topics[place]!.id, documents: flows.get(topic.id)![place]! });
      }
    }
    const lives = topics.some(({ id }) => id === topic.id);
    if (!lives && places.length === 0 && topic.documents.length > 0) {
      told.push({ kind: 'end', from: topic.id, to: null, documents: [...topic.documents] });
    }
  }
  for (const [place, { id, bornDay, documents }] of topics.entries()) {
    for (const source of sources[place]!.length > 1 ? sources[place]! : []) {
      told.push({ kind: 'merge', from: source.id, to: id, documents: flows.get(source.id)![place]! });
    }
    if (bornDay === day && sources[place]!.length === 0) told.push({ kind: 'birth', from: null, to: id, documents });
  }
  return told;
}
