import { describe, expect, it } from 'vitest';
import { addScores, quantize } from '../../../../src/classify/learn/fit/quantize.ts';

describe('weights in bytes', () => {
  it('keep each column’s largest exactly, and the others within half a step', () => {
    const given = Float32Array.of(1, -0.5, 0.25, 0, 0, 0, -8, 4, 0.01);
    const { scales, values, width } = quantize(given, 3);
    expect(width).toBe(3);
    for (const [at, weight] of given.entries()) {
      const column = Math.floor(at / 3);
      expect(Math.abs(values[at]! * scales[column]! - weight)).toBeLessThanOrEqual(scales[column]! / 2 + 1e-7);
    }
    expect(values[6]).toBe(-127);
  });

  it('score rows of any length as whole weights would', () => {
    const labels = 2;
    const given = Float32Array.from({ length: 14 }, (_, at) => Math.sin(at + 1));
    const columns = Int32Array.of(0, 1, 2, 4, 5, 6);
    const values = Float32Array.of(1, 0.5, -1, 2, 0.1, 0.7);
    const z = new Float64Array(labels);
    addScores(quantize(given, labels), { columns, values }, z);
    for (let k = 0; k < labels; k += 1) {
      const exact = columns.reduce((sum, column, at) => sum + values[at]! * given[column * labels + k]!, 0);
      expect(z[k]).toBeCloseTo(exact, 1);
    }
  });
});
