import { scanWords, type Word } from './scan.ts';

/**
 * Grams are known by 32-bit hashes: their strings are never built. Among a million grams about a hundred share a hash with
 * another, which no measure of quality shows.
 */
export interface WordGrams {
  /** Hash of the word itself. */
  word: number;
  /** Hashes of its character grams, with repeats. */
  characters: Uint32Array;
}

/** What a text is made of: its words, what is known of each, and the hashes of neighbours. */
export interface TextGrams<T> {
  words: Word[];
  grams: T[];
  /** `pairs[i]` joins word i − 1 and word i; `pairs[0]` opens the text. */
  pairs: Uint32Array;
}

const shortestGram = 2;
const longestGram = 5;
const longestIdeographGram = 4;
const cacheLimit = 100_000;

/**
 * Cuts texts into grams. Most words come again, so what `resolve` makes of a word's grams is kept for the next time.
 */
export function createGramReader<T extends { word: number }>(
  resolve: (grams: WordGrams) => T,
): (text: string) => TextGrams<T> {
  let cache = new Map<string, T>();
  return (text) => {
    const words = scanWords(text);
    const grams: T[] = [];
    const pairs = new Uint32Array(words.length);
    for (let index = 0; index < words.length; index += 1) {
      const word = joinIdeographs(words, index);
      let known = cache.get(word);
      if (known === undefined) {
        if (cache.size >= cacheLimit) cache = new Map();
        known = resolve(cutWord(word));
        cache.set(word, known);
      }
      pairs[index] = mix(index === 0 ? opening : grams[index - 1]!.word, known.word);
      grams.push(known);
    }
    return { words, grams, pairs };
  };
}

const opening = 0x5bd1e995;

/** The word; in a script without spaces the ideograph with up to three that follow it, as if each began a word. */
function joinIdeographs(words: Word[], index: number): string {
  const word = words[index]!;
  if (word.kind !== 'ideograph') return word.text;
  let joined = word.text;
  for (let next = index + 1; next < index + longestIdeographGram && words[next]?.kind === 'ideograph'; next += 1) {
    joined += words[next]!.text;
  }
  return joined;
}

function cutWord(word: string): WordGrams {
  const isIdeograph = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);
  const characters: number[] = [];
  if (isIdeograph) {
    for (let n = 2; n <= word.length; n += 1) characters.push(hashUnits(word, 0, n, 0x9e3779b9));
    return { word: hashUnits(word, 0, 1, 0x811c9dc5), characters: Uint32Array.from(characters) };
  }
  // A space on either side tells a word's beginning and end from its middle.
  const padded = ` ${word} `;
  for (let from = 0; from < padded.length; from += 1) {
    for (let n = shortestGram; n <= longestGram && from + n <= padded.length; n += 1) {
      characters.push(hashUnits(padded, from, from + n, 0x9e3779b9));
    }
  }
  return { word: hashUnits(word, 0, word.length, 0x811c9dc5), characters: Uint32Array.from(characters) };
}

/** FNV-1a over UTF-16 code units, with a finish that spreads the low bits. */
function hashUnits(text: string, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return finish(hash);
}

function mix(left: number, right: number): number {
  return finish(Math.imul(left, 0x85ebca6b) ^ (Math.imul(right, 0xc2b2ae35) + 0x27d4eb2f));
}

/** The finalizer of MurmurHash3. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
