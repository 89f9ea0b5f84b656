import type { NightlyPipeline } from '../../pipeline.ts';
import type { Tokenizer } from '../../text/tokenize.ts';
import { type Cluster, cluster } from './cluster.ts';
import { featuresOf, type TextFeatures, type UncoveredText } from './features.ts';
import { termsOf } from './terms.ts';
import { closeness, type FeatureSpace, featureSpace } from './vectors.ts';

/** A topic among texts that no category covers. */
export interface FoundTopic {
  /** Its most telling words, in order. */
  terms: string[];
  /** Words that would make good cues, as a taxonomy writes them. */
  cues: string[];
  /** Texts that speak of it, by id. */
  documents: number[];
  /** The most typical sentences, the most typical first, each of another text. */
  examples: { document: number; start: number; end: number }[];
  /** What tells it from all others, whatever the ids of texts: of its most typical text. */
  key: string;
}

/**
 * Topics among uncovered texts, by their words alone. Texts that read the same are one, so that they always land together.
 * The same texts in any order give the same topics, the largest first.
 */
export function discover(
  texts: readonly UncoveredText[],
  tokenize: Tokenizer,
  settings: NightlyPipeline['discovery'],
): FoundTopic[] {
  const written = new Map<string, Map<string, number>>();
  const shown = (stem: string, word: string): void => {
    const words = written.get(stem) ?? new Map<string, number>();
    written.set(stem, words.set(word, (words.get(word) ?? 0) + 1));
  };
  const groups = groupEqual(texts.map((text) => featuresOf(text, tokenize, shown)));
  const space = featureSpace(groups.map(({ features }) => features));
  const vectors = groups.map(({ features }) => space.vectorOf(features));
  const weights = groups.map(({ ids }) => ids.length);
  const clusters = cluster(vectors, weights, space.names.length, settings);
  const named = termsOf(
    clusters.map(({ members }) => members.map(({ text }) => groups[text]!)),
    groups,
    written,
    settings,
  );
  return clusters.map((found, place) => ({
    ...named[place]!,
    documents: found.members.flatMap(({ text }) => groups[text]!.ids).sort((one, other) => one - other),
    examples: examplesOf(found, groups, space, settings.examples),
    key: groups[found.members[0]!.text]!.key,
  }));
}

/** Texts that read the same. */
export interface TextGroup extends TextFeatures {
  ids: number[];
}

function groupEqual(texts: readonly TextFeatures[]): TextGroup[] {
  const groups = new Map<string, TextGroup>();
  for (const text of [...texts].sort((one, other) => one.id - other.id)) {
    const known = groups.get(text.key);
    if (known) known.ids.push(text.id);
    else groups.set(text.key, { ...text, ids: [text.id] });
  }
  return [...groups.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function examplesOf(
  { members, centre }: Cluster,
  groups: readonly TextGroup[],
  space: FeatureSpace,
  most: number,
): FoundTopic['examples'] {
  return members.slice(0, most).map(({ text }) => {
    const { ids, sentences } = groups[text]!;
    const close = sentences.map(({ features }) => closeness(space.vectorOf(features), centre));
    const { start, end } = sentences[close.indexOf(Math.max(...close))]!;
    return { document: ids[0]!, start, end };
  });
}
