import { createRandom } from '../../../stats/random.ts';
import type { Csr } from './csr.ts';

export interface FitOptions {
  /** How much a row's loss counts against the size of the weights: larger fits closer. */
  cost: number;
  /** Passes over the rows at most. */
  passes: number;
  /** Stops when a pass moves this share of what the first one moved. */
  tolerance: number;
  /**
   * Steps that would move a row's own score by less move no weights: most labels are out of the question for most texts.
   */
  negligible: number;
  seed: number;
}

/**
 * One row's dual variables, which a loss brings to their optimum. `settled` holds, for each row and label, the probability
 * that the row has settled for; `solve` finds the best ones given all other rows.
 */
export interface Step {
  /** How many labels moved in the last `solve`, which ones, and by how much each probability fell. */
  changed: number;
  labelsChanged: Int32Array;
  moves: Float64Array;
  /**
   * @param z the row's scores under the present weights.
   * @param reach how far a probability's fall by 1 would lift the row's own score.
   * @param least a probability that would move by less stays.
   * @param open labels that may move; `z` holds theirs, the others' probabilities stay.
   */
  solve(z: Float64Array, settled: Float32Array, row: number, reach: number, least: number, open: Int32Array): void;
}

/** A row that did not move sits out passes: one, then three, then up to seven. Most have settled after a few. */
const longestRest = 7;

/** In most passes only labels that are in question for a row may move; all of them do in the first two and each third. */
const wide = (pass: number, labels: number): boolean => pass < 2 || pass % 3 === 0 || labels < fewLabels;
/** Of fewer labels, to pick some saves nothing. */
const fewLabels = 10;

/**
 * Linear weights with L2 by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang, 2013), each row's step solved
 * exactly: minimises Σ weight·loss(Wᵀx) + ‖W‖²/(2·cost). There is no learning rate to tune.
 * @param settled start of the dual: the truth, 1 for a row's labels and 0 elsewhere, so that W begins at 0. Is changed.
 * @param rowWeights what a row counts, 1 on average.
 * @returns weights, `width × labels`, those of one column next to each other.
 */
export function fitWeights(
  x: Csr,
  labels: number,
  settled: Float32Array,
  rowWeights: Float64Array,
  step: Step,
  { cost, passes, tolerance, negligible, seed }: FitOptions,
): Float32Array {
  const weights = new Float32Array(x.width * labels);
  const reaches = squareNorms(x).map((norm, row) => norm * cost * rowWeights[row]!);
  const order = Array.from({ length: x.rows }, (_, row) => row);
  const random = createRandom(seed);
  const z = new Float64Array(labels);
  const all = Int32Array.from({ length: labels }, (_, label) => label);
  const question = createQuestion(labels);
  const resting = new Uint8Array(x.rows);
  const rests = new Uint8Array(x.rows);
  let atFirst = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    random.shuffle(order);
    let moved = 0;
    for (const row of order) {
      if (resting[row]! > 0) {
        resting[row]! -= 1;
        continue;
      }
      const reach = reaches[row]!;
      const open = wide(pass, labels) ? all : question(settled, row, (2 * negligible) / reach);
      if (open.length * 3 < labels) scoreLabels(x, row, weights, labels, open, z);
      else scoreRow(x, row, weights, labels, z);
      step.solve(z, settled, row, reach, negligible / reach, open);
      rests[row] = step.changed > 0 ? 0 : Math.min(longestRest, rests[row]! * 2 + 1);
      resting[row] = rests[row]!;
      if (step.changed === 0) continue;
      moveWeights(x, row, weights, labels, step, cost * rowWeights[row]!);
      for (let i = 0; i < step.changed; i += 1) moved += Math.abs(step.moves[i]!);
    }
    if (pass === 0) atFirst = moved;
    else if (wide(pass, labels) && moved <= tolerance * atFirst) break;
  }
  return weights;
}

/** Finds the labels that a row gives some probability. */
function createQuestion(labels: number) {
  const found = new Int32Array(labels);
  return (settled: Float32Array, row: number, least: number): Int32Array => {
    let count = 0;
    for (let label = 0; label < labels; label += 1) {
      if (settled[row * labels + label]! < least) continue;
      found[count] = label;
      count += 1;
    }
    return found.subarray(0, count);
  };
}

/** As `scoreRow`, for a few labels only. */
function scoreLabels(x: Csr, row: number, weights: Float32Array, labels: number, open: Int32Array, z: Float64Array) {
  const { starts, columns, values } = x;
  const end = starts[row + 1]!;
  for (const label of open) z[label] = 0;
  for (let at = starts[row]!; at < end; at += 1) {
    const base = columns[at]! * labels;
    const value = values[at]!;
    for (let i = 0; i < open.length; i += 1) z[open[i]!]! += value * weights[base + open[i]!]!;
  }
}

/**
 * The scores Wᵀx of one row, into `z`. Four columns are taken at a time: the sums in `z` are then read and written a quarter
 * as often.
 */
export function scoreRow(x: Csr, row: number, weights: Float32Array, labels: number, z: Float64Array): void {
  const { starts, columns, values } = x;
  z.fill(0);
  const end = starts[row + 1]!;
  let at = starts[row]!;
  for (; at + 3 < end; at += 4) {
    const a = columns[at]! * labels;
    const b = columns[at + 1]! * labels;
    const c = columns[at + 2]! * labels;
    const d = columns[at + 3]! * labels;
    const va = values[at]!;
    const vb = values[at + 1]!;
    const vc = values[at + 2]!;
    const vd = values[at + 3]!;
    for (let k = 0; k < labels; k += 1) {
      z[k]! += va * weights[a + k]! + vb * weights[b + k]! + vc * weights[c + k]! + vd * weights[d + k]!;
    }
  }
  for (; at < end; at += 1) {
    const base = columns[at]! * labels;
    for (let k = 0; k < labels; k += 1) z[k]! += values[at]! * weights[base + k]!;
  }
}

function squareNorms({ rows, starts, values }: Csr): Float64Array {
  const norms = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) norms[row]! += values[at]! ** 2;
  }
  return norms;
}

function moveWeights(x: Csr, row: number, weights: Float32Array, labels: number, step: Step, scale: number): void {
  const { starts, columns, values } = x;
  const { changed, labelsChanged, moves } = step;
  const end = starts[row + 1]!;
  for (let at = starts[row]!; at < end; at += 1) {
    const base = columns[at]! * labels;
    const value = values[at]! * scale;
    for (let i = 0; i < changed; i += 1) weights[base + labelsChanged[i]!]! += value * moves[i]!;
  }
}
