/**
 * The temperature T that makes probabilities honest: softmax(z / T), or 1 / (1 + exp(−z / T)), with the least log loss on
 * scores of texts that were held out (Guo and others, 2017). The loss is convex in 1/T, so that a golden section finds it.
 * @param loss mean log loss at a given 1/T.
 */
export function findTemperature(loss: (inverse: number) => number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.02);
  let high = Math.log(50);
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let lossLeft = loss(Math.exp(left));
  let lossRight = loss(Math.exp(right));
  for (let round = 0; round < 40; round += 1) {
    if (lossLeft <= lossRight) {
      [high, right, lossRight] = [right, left, lossLeft];
      left = high - ratio * (high - low);
      lossLeft = loss(Math.exp(left));
    } else {
      [low, left, lossLeft] = [left, right, lossRight];
      right = low + ratio * (high - low);
      lossRight = loss(Math.exp(right));
    }
  }
  return 1 / Math.exp((low + high) / 2);
}

/** Mean log loss of softmax(z·inverse) for rows of scores `z`, `labels` wide, whose right labels are `truths`. */
export function softmaxLoss(z: Float32Array, labels: number, truths: Int32Array, inverse: number): number {
  let sum = 0;
  for (let row = 0; row < truths.length; row += 1) {
    const base = row * labels;
    let largest = -Infinity;
    for (let k = 0; k < labels; k += 1) largest = Math.max(largest, z[base + k]!);
    let total = 0;
    for (let k = 0; k < labels; k += 1) total += Math.exp((z[base + k]! - largest) * inverse);
    sum += Math.log(total) - (z[base + truths[row]!]! - largest) * inverse;
  }
  return sum / truths.length;
}

/** Mean log loss of 1 / (1 + exp(−z·inverse)) for scores `z` whose labels hold (1) or not (0). */
export function logisticLoss(z: Float32Array, holds: Uint8Array, inverse: number): number {
  let sum = 0;
  for (let at = 0; at < z.length; at += 1) {
    const margin = (holds[at] ? z[at]! : -z[at]!) * inverse;
    // ln(1 + exp(−m)) without overflow.
    sum += margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin));
  }
  return sum / z.length;
}
