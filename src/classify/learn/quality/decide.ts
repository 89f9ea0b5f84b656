/** What is made of one text's scores. */
export interface Decision {
  /** Indexes of the labels given: the likeliest; of several possible ones, all that are likelier than not. */
  given: number[];
  /** Calibrated probability that `given` is right. */
  score: number;
  /** Each label's probability. */
  probabilities: Float64Array;
}

/** Turns the pooled scores of one text into probabilities and an answer. */
export function decide(z: ArrayLike<number>, multi: boolean): Decision {
  const probabilities = multi ? logistic(z) : softmax(z);
  if (!multi) {
    let best = 0;
    for (let k = 1; k < probabilities.length; k += 1) if (probabilities[k]! > probabilities[best]!) best = k;
    return { given: [best], score: probabilities[best]!, probabilities };
  }
  const given: number[] = [];
  let score = 1;
  for (const [k, p] of probabilities.entries()) {
    if (p >= 0.5) given.push(k);
    score *= Math.max(p, 1 - p);
  }
  return { given, score, probabilities };
}

function softmax(z: ArrayLike<number>): Float64Array {
  const p = Float64Array.from(z);
  let largest = -Infinity;
  for (const value of p) largest = Math.max(largest, value);
  let total = 0;
  for (let k = 0; k < p.length; k += 1) {
    p[k] = Math.exp(p[k]! - largest);
    total += p[k]!;
  }
  for (let k = 0; k < p.length; k += 1) p[k]! /= total;
  return p;
}

function logistic(z: ArrayLike<number>): Float64Array {
  return Float64Array.from(z, (value) => 1 / (1 + Math.exp(-value)));
}
