import type { SparseRow } from './csr.ts';
import type { Vectorizer } from './vocabulary.ts';

/** Puts a text's grams, a constant, and dense parts side by side: the row that weights are fitted to. */
export function joinParts(grams: SparseRow, width: number, dense: Float32Array[]): SparseRow {
  const extra = 1 + dense.reduce((sum, part) => sum + part.length, 0);
  const columns = new Int32Array(grams.columns.length + extra);
  const values = new Float32Array(columns.length);
  columns.set(grams.columns);
  values.set(grams.values);
  let at = grams.columns.length;
  values[at] = 1;
  for (const part of dense) {
    values.set(part, at + 1);
    at += part.length;
  }
  for (let i = 0; i < extra; i += 1) columns[grams.columns.length + i] = width + i;
  return { columns, values };
}

/** The width of rows that `joinParts` makes. */
export function joinedWidth(vectorizer: Vectorizer, denseWidth: number): number {
  return vectorizer.width + 1 + denseWidth;
}

/** A part of length `length`, whatever it was before: how much it weighs against the words. */
export function scalePart(part: Float32Array, length: number): Float32Array {
  return part.map((value) => value * length);
}
