import { findTemperature, logisticLoss, softmaxLoss } from './calibrate.ts';
import type { Csr, SparseRow } from './csr.ts';
import { stackRows } from './csr.ts';
import type { Examples } from './examples.ts';
import { fit, scoreRow } from './fit.ts';
import { dealFolds } from './folds.ts';
import { createLogisticStep } from './logistic-step.ts';
import { quantize, type Weights } from './quantize.ts';
import type { TrainingSettings } from './settings.ts';
import { createSoftmaxStep } from './softmax-step.ts';

/** Weights with the temperature that makes their probabilities honest. */
export interface Expert {
  weights: Weights;
  temperature: number;
}

export interface Trained {
  expert: Expert;
  /** Scores of every text by weights that never saw it, `texts × labels`. */
  heldOut: Float32Array;
}

/**
 * Fits weights to all examples, and again without each fold for honest scores of what was held out.
 * @param rows of features, one a text; a last column of 1 stands for what has no words.
 * @param progress is told after each fit.
 */
export function trainExpert(
  examples: Examples,
  rows: SparseRow[],
  width: number,
  cost: number,
  settings: TrainingSettings,
  progress: () => void,
): Trained {
  const labels = examples.labels.length;
  const groups = examples.truths.map((truth) => truth.join());
  const folds = dealFolds(groups, settings.folds, settings.seed);
  const heldOut = new Float32Array(rows.length * labels);
  const z = new Float64Array(labels);
  const all = rows.map((_, row) => row);
  for (let fold = 0; fold < settings.folds; fold += 1) {
    const weights = fitRows(
      examples,
      rows,
      width,
      all.filter((row) => folds[row] !== fold),
      cost,
      settings,
    );
    const held = all.filter((row) => folds[row] === fold);
    const matrix = pick(rows, width, held);
    for (const [at, row] of held.entries()) {
      scoreRow(matrix, at, weights, labels, z);
      heldOut.set(z, row * labels);
    }
    progress();
  }
  const weights = quantize(fitRows(examples, rows, width, all, cost, settings), labels);
  progress();
  return { expert: { weights, temperature: calibrate(examples, heldOut) }, heldOut };
}

function fitRows(
  { labels, multi, truths, counts }: Examples,
  rows: SparseRow[],
  width: number,
  used: number[],
  cost: number,
  { passes, tolerance, seed, balance }: TrainingSettings,
): Float32Array {
  const settled = new Float32Array(used.length * labels.length);
  for (const [at, row] of used.entries()) for (const label of truths[row]!) settled[at * labels.length + label] = 1;
  const step = multi
    ? createLogisticStep(labels.length)
    : createSoftmaxStep(
        labels.length,
        Int32Array.from(used, (row) => truths[row]![0]!),
      );
  const rowWeights = multi ? new Float64Array(used.length).fill(1) : balanceRows(used, truths, counts, balance);
  return fit(pick(rows, width, used), labels.length, settled, rowWeights, step, { cost, passes, tolerance, seed });
}

/** Weighs the rows of rare labels up, to a mean of 1. */
function balanceRows(used: number[], truths: number[][], counts: number[], balance: number): Float64Array {
  const weights = Float64Array.from(used, (row) => counts[truths[row]![0]!]! ** -balance);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}

function pick(rows: SparseRow[], width: number, used: number[]): Csr {
  return stackRows(
    used.map((row) => rows[row]!),
    width,
  );
}

function calibrate({ labels, multi, truths }: Examples, heldOut: Float32Array): number {
  if (!multi) {
    const own = Int32Array.from(truths, (truth) => truth[0]!);
    return findTemperature((inverse) => softmaxLoss(heldOut, labels.length, own, inverse));
  }
  const holds = new Uint8Array(heldOut.length);
  for (const [row, truth] of truths.entries()) for (const label of truth) holds[row * labels.length + label] = 1;
  return findTemperature((inverse) => logisticLoss(heldOut, holds, inverse));
}
