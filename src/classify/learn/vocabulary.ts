import type { SparseRow } from './csr.ts';
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

/** A word whose grams have been looked up: columns, −1 where the vocabulary lacks it. */
interface KnownWord {
  word: number;
  column: number;
  characters: Int32Array;
}

/** Where a column of a row came from: the positions of the words that hold it. */
export type Trace = (column: number, word: number, share: number) => void;

export interface Vectorizer {
  width: number;
  /** The text as a row of tf-idf: one part for words and pairs, one for characters, each of length 1. */
  toRow(text: string): SparseRow;
  /** Calls back for each occurrence of a known gram, with the words that it spans and the share of each. */
  trace(text: string, visit: Trace): string[];
}

export function createVectorizer({ hashes, idf }: Vocabulary): Vectorizer {
  const table = createGramTable(hashes.length);
  for (const [column, hash] of hashes.entries()) table.set(hash, column);
  const read = createGramReader<KnownWord>(({ word, characters }) => ({
    word,
    column: table.get(word),
    characters: Int32Array.from(characters, (hash) => table.get(hash)),
  }));
  const counts = new Uint16Array(hashes.length);
  const touched = new Int32Array(hashes.length);
  let found = 0;
  const add = (column: number): void => {
    if (column < 0) return;
    if (counts[column] === 0) {
      touched[found] = column;
      found += 1;
    }
    if (counts[column]! < 65535) counts[column]! += 1;
  };
  const weighPart = (from: number, values: Float32Array): void => {
    let square = 0;
    for (let i = from; i < found; i += 1) {
      const column = touched[i]!;
      const value = (1 + Math.log(counts[column]!)) * idf[column]!;
      values[i] = value;
      square += value * value;
      counts[column] = 0;
    }
    const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
    for (let i = from; i < found; i += 1) values[i]! *= scale;
  };
  return { width: hashes.length, toRow, trace };

  function toRow(text: string): SparseRow {
    const { grams, pairs } = read(text);
    found = 0;
    for (const gram of grams) add(gram.column);
    for (const hash of pairs) add(table.get(hash));
    const values = new Float32Array(grams.length * 2 + grams.reduce((sum, gram) => sum + gram.characters.length, 0));
    weighPart(0, values);
    const words = found;
    for (const gram of grams) for (const column of gram.characters) add(column);
    weighPart(words, values);
    return { columns: touched.slice(0, found), values: values.slice(0, found) };
  }

  function trace(text: string, visit: Trace): string[] {
    const { words, grams, pairs } = read(text);
    for (const [index, gram] of grams.entries()) {
      if (gram.column >= 0) visit(gram.column, index, 1);
      for (const column of gram.characters) if (column >= 0) visit(column, index, 1);
      const pair = table.get(pairs[index]!);
      if (pair < 0) continue;
      visit(pair, index, index === 0 ? 1 : 0.5);
      if (index > 0) visit(pair, index - 1, 0.5);
    }
    return words;
  }
}
