import type { Step } from './fit-weights.ts';

/** Where w + ln w is less, three terms of the series in exp(w + ln w) tell w to four parts in ten thousand. */
const small = -3;
const smallW = (e: number): number => e * (1 - e * (1 - 1.5 * e));

/**
 * The step of multinomial logistic regression, one true label a row. The q that maximises a row's dual satisfies
 * q = softmax(z − reach·(q − settled)), that is ln q + reach·q = z + reach·settled − t with t such that Σ q = 1. With
 * w = reach·q and s for the right side and ln reach, this is Lambert's w + ln w = s − t.
 * @param truths index of each row's label.
 */
export function createSoftmaxStep(labels: number, truths: Int32Array): Step {
  const s = new Float64Array(labels);
  const q = new Float64Array(labels);
  const larges = new Int32Array(labels);
  const step: Step = { changed: 0, labelsChanged: new Int32Array(labels), moves: new Float64Array(labels), solve };
  return step;

  function solve(
    z: Float64Array,
    settled: Float32Array,
    row: number,
    reach: number,
    least: number,
    open: Int32Array,
  ): void {
    const base = row * labels;
    const logReach = Math.log(reach);
    let share = 0;
    for (let i = 0; i < open.length; i += 1) {
      const k = open[i]!;
      share += settled[base + k]!;
      s[i] = z[k]! + reach * settled[base + k]! + logReach;
    }
    normalize(reach, reach * share, open.length);
    move(settled, base, truths[row]!, least, open);
  }

  /**
   * Newton's method for t, until all w add up to `wanted`. It starts where the largest label alone makes that: the sum is
   * convex in t and falls, so that from there every step falls short of the root and none leaps past it. Labels that are
   * small there only become smaller: their w is e − e² + 1.5e³ with e = exp(s − t), so that three sums stand for
   * all of them.
   */
  function normalize(reach: number, wanted: number, count: number): void {
    let start = -Infinity;
    for (let i = 0; i < count; i += 1) start = Math.max(start, s[i]!);
    start -= wanted + Math.log(wanted);
    let large = 0;
    let sum = 0;
    let squares = 0;
    let cubes = 0;
    for (let i = 0; i < count; i += 1) {
      if (s[i]! - start >= small) {
        larges[large] = i;
        large += 1;
        continue;
      }
      const e = Math.exp(s[i]! - start);
      q[i] = e;
      sum += e;
      squares += e * e;
      cubes += e * e * e;
    }
    let t = start;
    let shrink = 1;
    for (let round = 0; round < 30; round += 1) {
      shrink = Math.exp(start - t);
      let total = shrink * (sum - shrink * (squares - 1.5 * shrink * cubes));
      let slope = shrink * (sum - shrink * (2 * squares - 4.5 * shrink * cubes));
      for (let at = 0; at < large; at += 1) {
        const w = lambert(s[larges[at]!]! - t);
        q[larges[at]!] = w;
        total += w;
        slope += w / (1 + w);
      }
      const excess = total - wanted;
      if (Math.abs(excess) < 1e-4 * wanted) break;
      t += excess / slope;
    }
    for (let i = 0; i < count; i += 1) {
      q[i] = (s[i]! - start < small ? smallW(q[i]! * shrink) : q[i]!) / reach;
    }
  }

  function move(settled: Float32Array, base: number, truth: number, least: number, open: Int32Array): void {
    step.changed = 0;
    let rest = 0;
    for (let i = 0; i < open.length; i += 1) {
      const k = open[i]!;
      const before = settled[base + k]!;
      if (k === truth || Math.abs(q[i]! - before) < least) continue;
      settled[base + k] = q[i]!;
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

/** The w that solves w + ln w = s, to a relative error of 4e-4: a series where w is small, else two rounds of Newton. */
export function lambert(s: number): number {
  const e = Math.exp(s);
  if (s < small) return smallW(e);
  let w = e / (1 + e);
  if (s > 1) {
    const log = Math.log(s);
    w = s - log + log / s;
  }
  w = (w * (1 + s - Math.log(w))) / (1 + w);
  return (w * (1 + s - Math.log(w))) / (1 + w);
}
