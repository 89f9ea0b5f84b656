import type { Examples } from '../examples.ts';
import { fitShares } from '../quality/pool.ts';
import type { TrainingSettings } from '../settings.ts';
import { countWeights } from './count-weights.ts';
import { type SparseRow, stackRows } from './csr.ts';
import { fitWeights, scoreRow } from './fit-weights.ts';
import { createLogisticStep } from './logistic-step.ts';
import { createSoftmaxStep } from './softmax-step.ts';

export interface Trained {
  /** `width × labels`. */
  weights: Float32Array;
  /** Scores of every text by weights that never saw it, `texts × labels`. */
  heldOut: Float32Array;
  /** The cost that was chosen. */
  cost: number;
}

/** Rows of features, one a text, and how wide they are. */
export interface Features {
  rows: SparseRow[];
  width: number;
  /** Weights straight from counts, instead of fitted ones. */
  counted: boolean;
}

/**
 * Fits weights to all examples, and again without each fold for honest scores of what was held out.
 * @param folds each row's fold.
 * @param costs to choose from, ascending or descending: the one with the least log loss on the first fold is taken.
 * @param onFit is told after each fit, and may let others work before the next.
 */
export async function trainExpert(
  examples: Examples,
  features: Features,
  folds: Uint8Array,
  costs: number[],
  settings: TrainingSettings,
  onFit: () => Promise<void>,
): Promise<Trained> {
  const all = features.rows.map((_, row) => row);
  const parts = Array.from({ length: Math.max(...folds) + 1 }, (_, fold) => all.filter((row) => folds[row] === fold));
  const scoreFold = async (held: number[], cost: number): Promise<Float32Array> => {
    const weights = fitRows(
      examples,
      features,
      all.filter((row) => folds[row] !== folds[held[0]!]),
      cost,
      settings,
    );
    await onFit();
    return scoreRows(features, held, weights, examples.labels.length);
  };
  const { cost, scores } = await chooseCost(examples, parts[0]!, costs, scoreFold);
  const heldOut = new Float32Array(features.rows.length * examples.labels.length);
  for (const [fold, held] of parts.entries()) {
    putRows(fold === 0 ? scores : await scoreFold(held, cost), held, heldOut);
  }
  const weights = fitRows(examples, features, all, cost, settings);
  await onFit();
  return { weights, heldOut, cost };
}

/** Tries the middle cost, then higher ones, or else lower ones, until one does worse: log loss falls and then rises. */
async function chooseCost(
  { labels, multi, truths }: Examples,
  held: number[],
  costs: number[],
  scoreFold: (held: number[], cost: number) => Promise<Float32Array>,
) {
  const own = { labels, multi, truths: held.map((row) => truths[row]!) };
  const tryCost = async (cost: number) => {
    const scores = await scoreFold(held, cost);
    return { cost, scores, loss: fitShares([scores], own).loss };
  };
  const middle = Math.floor((costs.length - 1) / 2);
  const first = await tryCost(costs[middle]!);
  let best = first;
  for (const side of [costs.slice(middle + 1), costs.slice(0, middle).reverse()]) {
    for (const cost of side) {
      const next = await tryCost(cost);
      if (next.loss >= best.loss) break;
      best = next;
    }
    if (best !== first) break;
  }
  return best;
}

function scoreRows(features: Features, held: number[], weights: Float32Array, labels: number): Float32Array {
  const matrix = pick(features, held);
  const scores = new Float32Array(held.length * labels);
  const z = new Float64Array(labels);
  for (const at of held.keys()) {
    scoreRow(matrix, at, weights, labels, z);
    scores.set(z, at * labels);
  }
  return scores;
}

function putRows(scores: Float32Array, held: number[], into: Float32Array): void {
  const labels = scores.length / held.length;
  for (const [at, row] of held.entries()) into.set(scores.subarray(at * labels, (at + 1) * labels), row * labels);
}

function fitRows(
  { labels, multi, truths, counts }: Examples,
  features: Features,
  used: number[],
  cost: number,
  { passes, tolerance, negligible, seed, balance }: TrainingSettings,
): Float32Array {
  const rows = pick(features, used);
  const own = used.map((row) => truths[row]!);
  if (features.counted) return countWeights(rows, labels.length, own, cost);
  const settled = new Float32Array(used.length * labels.length);
  for (const [at, truth] of own.entries()) for (const label of truth) settled[at * labels.length + label] = 1;
  const first = Int32Array.from(own, (truth) => truth[0] ?? 0);
  const step = multi ? createLogisticStep(labels.length) : createSoftmaxStep(labels.length, first);
  const rowWeights = multi ? new Float64Array(used.length).fill(1) : balanceRows(used, truths, counts, balance);
  const options = { cost, passes, tolerance, negligible, seed };
  return fitWeights(rows, labels.length, settled, rowWeights, step, options);
}

/** Weighs the rows of rare labels up, to a mean of 1. */
function balanceRows(used: number[], truths: number[][], counts: number[], balance: number): Float64Array {
  const weights = Float64Array.from(used, (row) => counts[truths[row]![0]!]! ** -balance);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}

function pick({ rows, width }: Features, used: number[]) {
  return stackRows(
    used.map((row) => rows[row]!),
    width,
  );
}
