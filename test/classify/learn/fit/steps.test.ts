import { describe, expect, it } from 'vitest';
import { stackRows } from '../../../../src/classify/learn/fit/csr.ts';
import { fitWeights } from '../../../../src/classify/learn/fit/fit-weights.ts';
import { createLogisticStep, findProbability } from '../../../../src/classify/learn/fit/logistic-step.ts';
import { createSoftmaxStep, lambert } from '../../../../src/classify/learn/fit/softmax-step.ts';
import { createRandom } from '../../../../src/stats/random.ts';

const options = { cost: 2, passes: 500, tolerance: 0, negligible: 0.001, seed: 1 };
const dense = (rows: number[][]) =>
  stackRows(
    rows.map((row) => ({ columns: Int32Array.from(row.keys()), values: Float32Array.from(row) })),
    rows[0]!.length,
  );
const softmax = (z: number[]) => {
  const e = z.map(Math.exp);
  const total = e.reduce((a, b) => a + b);
  return e.map((value) => value / total);
};

describe('Lambert’s equation', () => {
  it.each([-20, -5, -1, 0, 1, 3, 10, 200])('w + ln w = %d is solved to two parts in ten thousand', (s) => {
    const w = lambert(s);
    expect(Math.abs(w * Math.exp(w - s) - 1)).toBeLessThan(2e-3 * Math.max(1, w));
  });

  it('has w = 1 at 1, and the omega constant 0.567143 at 0', () => {
    expect(lambert(1)).toBeCloseTo(1, 3);
    expect(lambert(0)).toBeCloseTo(0.567143, 3);
  });
});

describe('weights by dual coordinate ascent', () => {
  const rows = [
    [1, 0, 1],
    [1, 0.5, 0],
    [0, 1, 0.3],
    [0.2, 1, 0],
    [0.5, 0.5, 1],
  ];
  const truths = [0, 0, 1, 1, 2];

  it('reach the least point of softmax regression: W = cost · Σ x (truth − probability)', () => {
    const settled = new Float32Array(15);
    for (const [row, truth] of truths.entries()) settled[row * 3 + truth] = 1;
    const ones = new Float64Array(5).fill(1);
    const weights = fitWeights(dense(rows), 3, settled, ones, createSoftmaxStep(3, Int32Array.from(truths)), options);
    const wanted = new Float64Array(9);
    for (const [row, x] of rows.entries()) {
      const p = softmax(
        [0, 1, 2].map((k) => x.reduce((sum, value, column) => sum + value * weights[column * 3 + k]!, 0)),
      );
      for (const [column, value] of x.entries())
        for (let k = 0; k < 3; k += 1)
          wanted[column * 3 + k]! += options.cost * value * (Number(truths[row] === k) - p[k]!);
    }
    for (const [at, value] of wanted.entries()) expect(weights[at]).toBeCloseTo(value, 1);
  });

  it('reach the least point of logistic regression where a text has several labels or none', () => {
    const holds = [
      [1, 1],
      [1, 0],
      [0, 0],
      [0, 1],
      [1, 1],
    ];
    const settled = Float32Array.from(holds.flat());
    const weights = fitWeights(dense(rows), 2, settled, new Float64Array(5).fill(1), createLogisticStep(2), options);
    for (const k of [0, 1]) {
      for (let column = 0; column < 3; column += 1) {
        let wanted = 0;
        for (const [row, x] of rows.entries()) {
          const z = x.reduce((sum, value, at) => sum + value * weights[at * 2 + k]!, 0);
          wanted += options.cost * x[column]! * (holds[row]![k]! - 1 / (1 + Math.exp(-z)));
        }
        // Rows that hardly move sit out, so the point is reached to within a tenth.
        expect(Math.abs(weights[column * 2 + k]! - wanted)).toBeLessThan(0.1);
      }
    }
  });

  it('come out much the same where most labels of most rows stay out of the question', () => {
    const random = createRandom(4);
    const labels = 12;
    const many = Array.from({ length: 60 }, (_, row) =>
      Array.from({ length: labels }, (_, column) => Number(column === row % labels) * 2 + random.next() / 2),
    );
    const truth = Int32Array.from(many.keys(), (row) => row % labels);
    const weightsBy = (negligible: number) => {
      const settled = new Float32Array(60 * labels);
      for (const [row, label] of truth.entries()) settled[row * labels + label] = 1;
      const step = createSoftmaxStep(labels, truth);
      return fitWeights(dense(many), labels, settled, new Float64Array(60).fill(1), step, { ...options, negligible });
    };
    const exact = weightsBy(0.0001);
    const near = weightsBy(0.05);
    for (const [at, value] of exact.entries()) expect(Math.abs(near[at]! - value)).toBeLessThan(0.15);
    expect(near).not.toEqual(exact);
  });

  it('are the same for the same seed', () => {
    const weightsOf = (seed: number) => {
      const settled = new Float32Array(15);
      for (const [row, truth] of truths.entries()) settled[row * 3 + truth] = 1;
      const step = createSoftmaxStep(3, Int32Array.from(truths));
      return fitWeights(dense(rows), 3, settled, new Float64Array(5).fill(1), step, { ...options, passes: 2, seed });
    };
    expect(weightsOf(5)).toEqual(weightsOf(5));
    expect(weightsOf(5)).not.toEqual(weightsOf(6));
  });
});

describe('the step of one logistic label', () => {
  it.each([
    [0, 1],
    [3, 0.5],
    [-8, 4],
    [50, 20],
  ])('solves logit(q) + reach·q = target for %d and %d', (target, reach) => {
    const q = findProbability(target, reach);
    expect(Math.log(q / (1 - q)) + reach * q).toBeCloseTo(target, 2);
  });
});
