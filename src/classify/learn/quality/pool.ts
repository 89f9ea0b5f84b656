import type { Examples } from '../examples.ts';
import { solve } from './solve.ts';

/** Adds up the scores of several experts, each times its share. */
export function poolScores(scores: Float32Array[], shares: number[]): Float32Array {
  const pooled = new Float32Array(scores[0]!.length);
  for (const [expert, own] of scores.entries()) {
    const share = shares[expert]!;
    if (share === 0) continue;
    for (let at = 0; at < pooled.length; at += 1) pooled[at]! += share * own[at]!;
  }
  return pooled;
}

const rounds = 25;

/**
 * The shares of experts whose pooled scores have the least log loss on texts that were held out: softmax(Σ share·z), or for
 * texts of several labels 1 / (1 + exp(−Σ share·z)). The loss is convex in the shares, so Newton's method finds them. Of one
 * expert, the share is 1/T of its temperature (Guo and others, 2017): probabilities come out calibrated in any case.
 * @param scores of each expert, `texts × labels`.
 */
export function fitShares(scores: Float32Array[], { labels, multi, truths }: Examples): number[] {
  const experts = scores.length;
  let shares = scores.map(() => 1 / experts);
  let best = slopes(scores, labels.length, truths, multi, shares);
  for (let round = 0; round < rounds; round += 1) {
    const step = solve(best.curvature, best.gradient);
    let scale = 1;
    let next = best;
    let moved = shares;
    // A full step may overshoot far from the least point; half of it, or a quarter, does not.
    for (; scale > 1e-4; scale /= 2) {
      moved = shares.map((share, at) => share - scale * step[at]!);
      next = slopes(scores, labels.length, truths, multi, moved);
      if (next.loss <= best.loss) break;
    }
    if (next.loss > best.loss - 1e-9) break;
    [shares, best] = [moved, next];
  }
  return shares;
}

/** Mean log loss at the shares, its gradient, and its second derivatives, `experts × experts`. */
interface Slopes {
  loss: number;
  gradient: number[];
  curvature: number[][];
}

function slopes(scores: Float32Array[], labels: number, truths: number[][], multi: boolean, shares: number[]): Slopes {
  const found: Slopes = { loss: 0, gradient: shares.map(() => 0), curvature: shares.map(() => shares.map(() => 0)) };
  const pooled = poolScores(scores, shares);
  const add = multi ? addLogistic : addSoftmax;
  for (const [row, truth] of truths.entries()) add(found, scores, pooled, row * labels, labels, truth);
  const mean = (value: number): number => value / truths.length;
  return {
    loss: mean(found.loss),
    gradient: found.gradient.map(mean),
    // The ridge keeps experts apart that say the same.
    curvature: found.curvature.map((row, e) => row.map((value, f) => mean(value) + (e === f ? 1e-6 : 0))),
  };
}

type AddRow = (
  into: Slopes,
  scores: Float32Array[],
  pooled: Float32Array,
  base: number,
  labels: number,
  truth: number[],
) => void;

/** −ln softmax(z) of the true label; the derivatives are means and covariances of the experts' scores. */
const addSoftmax: AddRow = (into, scores, pooled, base, labels, truth) => {
  const experts = scores.length;
  let largest = -Infinity;
  for (let k = 0; k < labels; k += 1) largest = Math.max(largest, pooled[base + k]!);
  let total = 0;
  const first = new Float64Array(experts);
  const second = new Float64Array(experts * experts);
  for (let k = 0; k < labels; k += 1) {
    const weight = Math.exp(pooled[base + k]! - largest);
    if (weight < 1e-9) continue;
    total += weight;
    for (let e = 0; e < experts; e += 1) {
      const z = scores[e]![base + k]! * weight;
      first[e]! += z;
      for (let f = 0; f <= e; f += 1) second[e * experts + f]! += z * scores[f]![base + k]!;
    }
  }
  const own = base + truth[0]!;
  into.loss += Math.log(total) + largest - pooled[own]!;
  for (let e = 0; e < experts; e += 1) {
    into.gradient[e]! += first[e]! / total - scores[e]![own]!;
    for (let f = 0; f <= e; f += 1) {
      const covariance = second[e * experts + f]! / total - (first[e]! * first[f]!) / total ** 2;
      into.curvature[e]![f]! += covariance;
      if (f !== e) into.curvature[f]![e]! += covariance;
    }
  }
};

/** −ln of the probability that each label holds, or does not, summed over labels. */
const addLogistic: AddRow = (into, scores, pooled, base, labels, truth) => {
  for (let k = 0; k < labels; k += 1) {
    const z = pooled[base + k]!;
    const holds = truth.includes(k);
    const margin = holds ? z : -z;
    into.loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin));
    const p = 1 / (1 + Math.exp(-z));
    for (const [e, own] of scores.entries()) {
      const score = own[base + k]!;
      into.gradient[e]! += (p - Number(holds)) * score;
      for (const [f, other] of scores.entries()) into.curvature[e]![f]! += p * (1 - p) * score * other[base + k]!;
    }
  }
};
