import { createGramTable, type GramTable } from './gram-table.ts';
import { createGramReader, type TextGrams, type WordGrams } from './grams.ts';

/** The grams that a model knows: a column each. */
export interface Vocabulary {
  /** Hash of each column's gram, ascending. */
  hashes: Uint32Array;
  /** Inverse document frequency of each column. */
  idf: Float32Array;
}

export interface VocabularyLimits {
  /** Grams in fewer texts are left out. */
  minimumTexts: number;
  /** The most frequent are kept. */
  largest: number;
}

/** Beyond this, grams seen once are forgotten: memory stays bounded however much text comes. */
const countLimit = 6_000_000;

/** Counts in how many texts each gram is, and keeps those that are worth a column. */
export function fitVocabulary(texts: Iterable<string>, limits: VocabularyLimits): Vocabulary {
  let slots = createGramTable(1 << 16);
  let counts = new Uint32Array(1 << 16);
  let lastText = new Uint32Array(1 << 16);
  let total = 0;
  const count = (hash: number): void => {
    let slot = slots.get(hash);
    if (slot === -1) {
      slot = slots.size;
      slots.set(hash, slot);
      if (slot >= counts.length) [counts, lastText] = [widen(counts), widen(lastText)];
    }
    if (lastText[slot] === total) return;
    lastText[slot] = total;
    counts[slot]! += 1;
  };
  const read = createGramReader((grams) => grams);
  for (const text of texts) {
    total += 1;
    eachHash(read(text), count);
    if (slots.size > countLimit) [slots, counts, lastText] = forgetSingles(slots, counts, lastText);
  }
  return selectGrams(slots, counts, total, limits);
}

function eachHash({ grams, pairs }: TextGrams<WordGrams>, visit: (hash: number) => void): void {
  for (const gram of grams) {
    visit(gram.word);
    for (const hash of gram.characters) visit(hash);
  }
  for (const hash of pairs) visit(hash);
}

function widen(from: Uint32Array): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
}

function forgetSingles(slots: GramTable, counts: Uint32Array, lastText: Uint32Array) {
  const kept = createGramTable(slots.size / 2);
  const keptCounts = new Uint32Array(counts.length);
  const keptLast = new Uint32Array(counts.length);
  for (const [hash, slot] of slots.entries()) {
    if (counts[slot]! < 2) continue;
    keptCounts[kept.size] = counts[slot]!;
    keptLast[kept.size] = lastText[slot]!;
    kept.set(hash, kept.size);
  }
  return [kept, keptCounts, keptLast] as const;
}

function selectGrams(slots: GramTable, counts: Uint32Array, total: number, limits: VocabularyLimits): Vocabulary {
  let grams = [...slots.entries()].filter(([, slot]) => counts[slot]! >= limits.minimumTexts);
  if (grams.length > limits.largest) {
    grams.sort(([hashA, a], [hashB, b]) => counts[b]! - counts[a]! || hashA - hashB);
    grams = grams.slice(0, limits.largest);
  }
  grams.sort(([a], [b]) => a - b);
  const hashes = new Uint32Array(grams.length);
  const idf = new Float32Array(grams.length);
  for (const [column, [hash, slot]] of grams.entries()) {
    hashes[column] = hash;
    idf[column] = Math.log((1 + total) / (1 + counts[slot]!)) + 1;
  }
  return { hashes, idf };
}
