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
 * @returns the shares, and the mean log loss that is left.
 */
export function fitShares(
  scores: Float32Array[],
  { labels, multi, truths }: Pick<Examples, 'labels' | 'multi' | 'truths'>,
): { shares: number[]; loss: number } {
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
  return { shares, loss: best.loss };
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
  // Platt's correction: as if two more texts had been seen, one of them wrong. Without it, scores that are right every
  // time would make an expert infinitely sure.
  const doubt = 1 / (truths.length + 2);
  for (const [row, truth] of truths.entries()) add(found, { scores, pooled, base: row * labels, labels, truth, doubt });
  const mean = (value: number): number => value / truths.length;
  return {
    loss: mean(found.loss),
    gradient: found.gradient.map(mean),
    // The ridge keeps experts apart that say the same.
    curvature: found.curvature.map((row, e) => row.map((value, f) => mean(value) + (e === f ? 1e-6 : 0))),
  };
}

interface Row {
  scores: Float32Array[];
  pooled: Float32Array;
  /** Where the row's scores begin. */
  base: number;
  labels: number;
  truth: number[];
  /** Probability that the truth is not what it is said to be. */
  doubt: number;
}

/** −ln softmax(z) of the true label; the derivatives are means and covariances of the experts' scores. */
function addSoftmax(into: Slopes, { scores, pooled, base, labels, truth, doubt }: Row): void {
  const experts = scores.length;
  let largest = -Infinity;
  for (let k = 0; k < labels; k += 1) largest = Math.max(largest, pooled[base + k]!);
  let total = 0;
  const first = new Float64Array(experts);
  const second = new Float64Array(experts * experts);
  for (let k = 0; k < labels; k += 1) {
    const weight = Math.exp(pooled[base + k]! - largest);
    total += weight;
    if (weight < 1e-9) continue;
    for (let e = 0; e < experts; e += 1) {
      const z = scores[e]![base + k]! * weight;
      first[e]! += z;
      for (let f = 0; f <= e; f += 1) second[e * experts + f]! += z * scores[f]![base + k]!;
    }
  }
  const wanted = (z: Float32Array): number => (1 - doubt) * z[base + truth[0]!]! + doubt * meanOf(z, base, labels);
  into.loss += Math.log(total) + largest - wanted(pooled);
  for (let e = 0; e < experts; e += 1) {
    into.gradient[e]! += first[e]! / total - wanted(scores[e]!);
    for (let f = 0; f <= e; f += 1) {
      const covariance = second[e * experts + f]! / total - (first[e]! * first[f]!) / total ** 2;
      into.curvature[e]![f]! += covariance;
      if (f !== e) into.curvature[f]![e]! += covariance;
    }
  }
}

function meanOf(z: Float32Array, base: number, labels: number): number {
  let sum = 0;
  for (let k = 0; k < labels; k += 1) sum += z[base + k]!;
  return sum / labels;
}

/** −ln of the probability that each label holds, or does not, summed over labels. */
function addLogistic(into: Slopes, { scores, pooled, base, labels, truth, doubt }: Row): void {
  for (let k = 0; k < labels; k += 1) {
    const z = pooled[base + k]!;
    const wanted = truth.includes(k) ? 1 - doubt : doubt;
    // ln(1 + exp(z)) without overflow.
    into.loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - wanted * z;
    const p = 1 / (1 + Math.exp(-z));
    for (const [e, own] of scores.entries()) {
      const score = own[base + k]!;
      into.gradient[e]! += (p - wanted) * score;
      for (const [f, other] of scores.entries()) into.curvature[e]![f]! += p * (1 - p) * score * other[base + k]!;
    }
  }
}
