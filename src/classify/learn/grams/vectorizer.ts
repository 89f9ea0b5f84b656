import type { SparseRow } from '../fit/csr.ts';
import { createGramTable } from './gram-table.ts';
import { createGramReader } from './grams.ts';
import type { Word } from './scan.ts';
import type { Vocabulary } from './vocabulary.ts';

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
  trace(text: string, visit: Trace): Word[];
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

  function trace(text: string, visit: Trace): Word[] {
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
