import type { SparseRow } from './fit/csr.ts';
import type { Weights } from './fit/quantize.ts';
import type { Word } from './grams/scan.ts';
import type { Vectorizer } from './grams/vectorizer.ts';
import type { WeighedWord } from './prediction.ts';

/** Words told of each text. */
const mostWords = 5;

/** Tells the words of a text that speak for a label; `row` is what the vectorizer made of the text. */
export type WeighWords = (text: string, row: SparseRow, weights: Weights, label: number) => WeighedWord[];

/**
 * Each word's share in the grams that hold it, times how far their weights lift the label above the mean of all labels.
 * Two numbers a gram are kept at hand between texts: maps would take longer than classifying.
 */
export function createWordWeighing(vectorizer: Vectorizer): WeighWords {
  const lifts = new Float64Array(vectorizer.width);
  const uses = new Float64Array(vectorizer.width);
  return (text, row, weights, label) => {
    for (const column of row.columns) uses[column] = 0;
    vectorizer.trace(text, (column, _, share) => {
      uses[column]! += share;
    });
    for (const [at, column] of row.columns.entries()) lifts[column] = row.values[at]! * lift(weights, column, label);
    const found = new Map<number, number>();
    const words = vectorizer.trace(text, (column, word, share) => {
      found.set(word, (found.get(word) ?? 0) + (lifts[column]! * share) / uses[column]!);
    });
    return pickWords(text, words, found);
  };
}

function pickWords(text: string, words: Word[], found: Map<number, number>): WeighedWord[] {
  return [...found]
    .filter(([, weight]) => weight > 0)
    .sort(([a, left], [b, right]) => right - left || a - b)
    .slice(0, mostWords)
    .map(([at, weight]) => {
      const { start, end } = words[at]!;
      return { text: text.slice(start, end), start, end, weight: Math.round(weight * 1000) / 1000 };
    });
}

function lift({ labels, scales, values }: Weights, column: number, label: number): number {
  const base = column * labels;
  let sum = 0;
  for (let k = 0; k < labels; k += 1) sum += values[base + k]!;
  return scales[column]! * (values[base + label]! - sum / labels);
}
