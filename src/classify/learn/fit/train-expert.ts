import type { Examples } from '../examples.ts';
import type { TrainingSettings } from '../settings.ts';
import { type SparseRow, stackRows } from './csr.ts';
import { fitWeights, scoreRow } from './fit-weights.ts';
import { createLogisticStep } from './logistic-step.ts';
import { quantize, type Weights } from './quantize.ts';
import { createSoftmaxStep } from './softmax-step.ts';

export interface Trained {
  weights: Weights;
  /** Scores of every text by weights that never saw it, `texts × labels`. */
  heldOut: Float32Array;
}

/** Rows of features, one a text, and how wide they are. */
export interface Features {
  rows: SparseRow[];
  width: number;
}

/**
 * Fits weights to all examples, and again without each fold for honest scores of what was held out.
 * @param folds each row's fold.
 * @param onFit is told after each fit, and may let others work before the next.
 */
export async function trainExpert(
  examples: Examples,
  features: Features,
  folds: Uint8Array,
  cost: number,
  settings: TrainingSettings,
  onFit: () => Promise<void>,
): Promise<Trained> {
  const labels = examples.labels.length;
  const heldOut = new Float32Array(features.rows.length * labels);
  const all = features.rows.map((_, row) => row);
  for (let fold = 0; fold < settings.folds; fold += 1) {
    const seen = all.filter((row) => folds[row] !== fold);
    const weights = fitRows(examples, features, seen, cost, settings);
    scoreRows(
      features,
      all.filter((row) => folds[row] === fold),
      weights,
      labels,
      heldOut,
    );
    await onFit();
  }
  const weights = quantize(fitRows(examples, features, all, cost, settings), labels);
  await onFit();
  return { weights, heldOut };
}

function scoreRows(
  features: Features,
  held: number[],
  weights: Float32Array,
  labels: number,
  into: Float32Array,
): void {
  const matrix = pick(features, held);
  const z = new Float64Array(labels);
  for (const [at, row] of held.entries()) {
    scoreRow(matrix, at, weights, labels, z);
    into.set(z, row * labels);
  }
}

function fitRows(
  { labels, multi, truths, counts }: Examples,
  features: Features,
  used: number[],
  cost: number,
  { passes, tolerance, seed, balance }: TrainingSettings,
): Float32Array {
  const settled = new Float32Array(used.length * labels.length);
  for (const [at, row] of used.entries()) for (const label of truths[row]!) settled[at * labels.length + label] = 1;
  const own = () => Int32Array.from(used, (row) => truths[row]![0]!);
  const step = multi ? createLogisticStep(labels.length) : createSoftmaxStep(labels.length, own());
  const rowWeights = multi ? new Float64Array(used.length).fill(1) : balanceRows(used, truths, counts, balance);
  const options = { cost, passes, tolerance, seed };
  return fitWeights(pick(features, used), labels.length, settled, rowWeights, step, options);
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
