import { negligible, type Step } from './fit-weights.ts';

/**
 * The step of multinomial logistic regression, one true label a row. The q that maximises a row's dual satisfies
 * q = softmax(z − reach·(q − settled)), that is ln q + reach·q = z + reach·settled − t with t such that Σ q = 1. With
 * w = reach·q and s for the right side and ln reach, this is Lambert's w + ln w = s − t.
 * @param truths index of each row's label.
 */
export function createSoftmaxStep(labels: number, truths: Int32Array): Step {
  const s = new Float64Array(labels);
  const q = new Float64Array(labels);
  const step: Step = { changed: 0, labelsChanged: new Int32Array(labels), moves: new Float64Array(labels), solve };
  return step;

  function solve(z: Float64Array, settled: Float32Array, row: number, reach: number): void {
    const base = row * labels;
    const logReach = Math.log(reach);
    for (let k = 0; k < labels; k += 1) s[k] = z[k]! + reach * settled[base + k]! + logReach;
    normalize(reach);
    move(settled, base, truths[row]!, negligible / reach);
  }

  /**
   * Newton's method for t. It starts where the largest label alone makes 1: the sum is convex in t and falls, so that from
   * there every step falls short of the root and none leaps past it.
   */
  function normalize(reach: number): void {
    let t = -Infinity;
    for (let k = 0; k < labels; k += 1) t = Math.max(t, s[k]!);
    t -= reach + Math.log(reach);
    for (let round = 0; round < 30; round += 1) {
      let total = 0;
      let slope = 0;
      for (let k = 0; k < labels; k += 1) {
        const w = lambert(s[k]! - t);
        q[k] = w / reach;
        total += w;
        slope += w / (1 + w);
      }
      const excess = total - reach;
      if (Math.abs(excess) < 1e-4 * reach) break;
      t += excess / slope;
    }
  }

  function move(settled: Float32Array, base: number, truth: number, least: number): void {
    step.changed = 0;
    let rest = 0;
    for (let k = 0; k < labels; k += 1) {
      const before = settled[base + k]!;
      if (k === truth || Math.abs(q[k]! - before) < least) continue;
      settled[base + k] = q[k]!;
      // What float32 kept is what the weights must move by, or they drift away from the dual.
      const by = before - settled[base + k]!;
      record(k, by);
      rest += by;
    }
    if (step.changed === 0) return;
    settled[base + truth]! += rest;
    record(truth, -rest);
  }

  function record(label: number, by: number): void {
    step.labelsChanged[step.changed] = label;
    step.moves[step.changed] = by;
    step.changed += 1;
  }
}

/** The w that solves w + ln w = s, to a relative error of 2e-4: a series where w is small, else two rounds of Newton. */
export function lambert(s: number): number {
  const e = Math.exp(s);
  if (s < -5) return e * (1 - e);
  let w = e / (1 + e);
  if (s > 1) {
    const log = Math.log(s);
    w = s - log + log / s;
  }
  w = (w * (1 + s - Math.log(w))) / (1 + w);
  return (w * (1 + s - Math.log(w))) / (1 + w);
}
