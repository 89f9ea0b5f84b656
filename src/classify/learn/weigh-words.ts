import type { Weights } from './fit/quantize.ts';
import type { Vectorizer } from './grams/vectorizer.ts';
import type { WeighedWord } from './prediction.ts';

/** Words told of each text. */
const mostWords = 5;

/**
 * The words of a text that speak for a label: each word's share in the grams that hold it, times how far their weights lift
 * the label above the mean of all labels.
 */
export function weighWords(text: string, vectorizer: Vectorizer, weights: Weights, label: number): WeighedWord[] {
  const row = vectorizer.toRow(text);
  const lifts = new Map<number, number>();
  const uses = new Map<number, number>();
  vectorizer.trace(text, (column, _, share) => uses.set(column, (uses.get(column) ?? 0) + share));
  for (const [at, column] of row.columns.entries()) lifts.set(column, row.values[at]! * lift(weights, column, label));
  const found = new Map<number, number>();
  const words = vectorizer.trace(text, (column, word, share) => {
    const part = (lifts.get(column)! * share) / uses.get(column)!;
    found.set(word, (found.get(word) ?? 0) + part);
  });
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
