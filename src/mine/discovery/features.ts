import type { Tokenizer } from '../../text/tokenize.ts';
import type { PartOfSpeech } from '../../types.ts';

/** A text that no category covers: the sentences of those to whom we listen. */
export interface UncoveredText {
  id: number;
  language: string;
  sentences: { start: number; end: number; text: string }[];
}

/** What a text speaks of, in words that carry meaning. */
export interface TextFeatures {
  id: number;
  /** The same for texts that read the same, apart from case, digits and signs. */
  key: string;
  /** Features of the whole, each once: stems, and pairs of stems next to one another. */
  features: string[];
  sentences: { start: number; end: number; features: string[] }[];
}

const content = new Set<PartOfSpeech>(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV']);

/** Words that stand in any text; pairs of others still may hold them. */
const empty = new Set(
  `be have do get go make take want need would could should can will may might must say tell know think see look come give
  use just really very much also still even only now then here there again too ever never always so well please thank
  thanks dear hello hi regards sincerely yours kind good bad great like more most many other such own same new old last
  next day week month year time thing way lot bit one two first how why where when what who which
  `
    .split(/\s+/)
    .filter(Boolean),
);

/** @param shown takes in how each stem is written, so that a topic's name reads as customers write. */
export function featuresOf(
  text: UncoveredText,
  tokenize: Tokenizer,
  shown: (stem: string, word: string) => void,
): TextFeatures {
  const all = new Set<string>();
  const sentences = text.sentences.map(({ start, end, text: words }) => {
    const features = new Set<string>();
    for (const { tokens } of tokenize(words, text.language) ?? []) {
      let before: string | null = null;
      for (const { lower, stem, pos } of tokens) {
        const isContent = content.has(pos) && /^[\p{L}][\p{L}'-]+$/u.test(lower) && !empty.has(lower);
        if (isContent) {
          shown(stem, lower);
          features.add(stem);
          if (before !== null) features.add(`${before} ${stem}`);
        }
        // An article between two words parts no pair; a full stop does.
        if (isContent) before = stem;
        else if (pos !== 'DET' && pos !== 'PRON') before = null;
      }
    }
    for (const feature of features) all.add(feature);
    return { start, end, features: [...features] };
  });
  const key = text.sentences.map(({ text: words }) => plain(words)).join(' ');
  return { id: text.id, key, features: [...all], sentences };
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
