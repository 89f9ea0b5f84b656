import type { Step } from './fit-weights.ts';

/**
 * The step of one logistic regression a label, all at once: a text may have several labels, or none. Each label's q solves
 * logit(q) + reach·q = z + reach·settled.
 */
export function createLogisticStep(labels: number): Step {
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
    step.changed = 0;
    for (const label of open) {
      const at = row * labels + label;
      const before = settled[at]!;
      const q = findProbability(z[label]! + reach * before, reach);
      if (Math.abs(q - before) < least) continue;
      settled[at] = q;
      step.labelsChanged[step.changed] = label;
      step.moves[step.changed] = before - settled[at]!;
      step.changed += 1;
    }
  }
}

/** The q that solves logit(q) + reach·q = target: by Newton on u = logit(q), kept inside a bracket that shrinks. */
export function findProbability(target: number, reach: number): number {
  let low = target - reach;
  let high = target;
  let u = (low + high) / 2;
  for (let round = 0; round < 25; round += 1) {
    const q = 1 / (1 + Math.exp(-u));
    const excess = u + reach * q - target;
    if (Math.abs(excess) < 1e-4) return q;
    if (excess > 0) high = u;
    else low = u;
    const next = u - excess / (1 + reach * q * (1 - q));
    u = next > low && next < high ? next : (low + high) / 2;
  }
  return 1 / (1 + Math.exp(-u));
}
