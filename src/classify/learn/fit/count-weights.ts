import type { Csr } from './csr.ts';

/**
 * Weights straight from counts, as naive Bayes has them: how much likelier a gram is under a label than under the others,
 * ln((S + α) / (T + α·n)) for the label minus the same for the rest, where S sums the gram's values over texts, T all
 * values, n grams. Worse than fitted weights by themselves, but wrong in other places (Wang and Manning, 2012).
 * @param truths each row's labels.
 * @param smoothing α: as if each gram had been seen so much under each label.
 * @returns weights, `width × labels`; the last column is the constant's.
 */
export function countWeights(x: Csr, labels: number, truths: number[][], smoothing: number): Float32Array {
  const sums = new Float32Array(x.width * labels);
  const all = new Float64Array(x.width);
  const texts = new Float64Array(labels);
  for (const [row, truth] of truths.entries()) {
    for (const label of truth) texts[label]! += 1;
    for (let at = x.starts[row]!; at < x.starts[row + 1]!; at += 1) {
      const column = x.columns[at]!;
      all[column]! += x.values[at]!;
      for (const label of truth) sums[column * labels + label]! += x.values[at]!;
    }
  }
  const last = x.width - 1;
  const totals = new Float64Array(labels);
  let total = 0;
  for (let column = 0; column < last; column += 1) {
    total += all[column]!;
    for (let k = 0; k < labels; k += 1) totals[k]! += sums[column * labels + k]!;
  }
  const space = smoothing * last;
  for (let k = 0; k < labels; k += 1) {
    const norm = Math.log((total - totals[k]! + space) / (totals[k]! + space));
    for (let column = 0; column < last; column += 1) {
      const own = sums[column * labels + k]!;
      sums[column * labels + k] = norm + Math.log((own + smoothing) / (Math.max(0, all[column]! - own) + smoothing));
    }
    sums[last * labels + k] = Math.log((texts[k]! + 1) / (truths.length - texts[k]! + 1));
  }
  return sums;
}
