import { describe, expect, it } from 'vitest';
import { type Judged, measure } from '../../../../src/classify/learn/quality/measure.ts';

const judged = (truth: number[], given: number[], score: number, abstained = false): Judged => ({
  truth,
  given,
  score,
  abstained,
});

describe('what a classifier is worth', () => {
  // Worked by hand: a: 2 texts, 1 found, 2 given; b: 2 texts, 1 found, 2 given.
  const four = [judged([0], [0], 0.9), judged([0], [1], 0.6), judged([1], [1], 0.8), judged([1], [0], 0.3, true)];
  const quality = measure(four, ['a', 'b', 'c']);

  it('is told by accuracy and by each label’s precision, recall and F1', () => {
    expect(quality).toMatchObject({ documents: 4, accuracy: 0.5, macroF1: 0.5, macroRecall: 0.5 });
    expect(quality.labels[0]).toEqual({ label: 'a', precision: 0.5, recall: 0.5, f1: 0.5, support: 2, given: 2 });
    expect(quality.labels[2]).toMatchObject({ label: 'c', support: 0, given: 0, f1: 0 });
  });

  it('is told by what it answers by itself, and how much of that is right', () => {
    expect(quality).toMatchObject({ coverage: 0.75, accuracyAnswered: 2 / 3, accuracyAnsweredOfAll: 0.5 });
  });

  it('is told by the calibration error over 15 bins', () => {
    // Each text has a bin of its own: |0.9 − 1|, |0.6 − 0|, |0.8 − 1|, |0.3 − 0|.
    expect(quality.ece).toBeCloseTo((0.1 + 0.6 + 0.2 + 0.3) / 4, 10);
    expect(measure([judged([0], [0], 1), judged([0], [0], 1)], ['a', 'b']).ece).toBe(0);
  });

  it('is drawn as accuracy against coverage, surest first', () => {
    expect(quality.curve.map(({ coverage, accuracy }) => [coverage, accuracy])).toEqual([
      [0.25, 1],
      [0.5, 1],
      [0.75, 2 / 3],
      [1, 0.5],
    ]);
  });

  it('counts what is taken for what', () => {
    expect(quality.confusions).toEqual([
      { truth: 'a', given: 'b', count: 1 },
      { truth: 'b', given: 'a', count: 1 },
    ]);
  });

  it('asks of texts with several labels that all are right and none is missing', () => {
    const several = measure([judged([0, 1], [1, 0], 1), judged([0, 1], [0], 1), judged([], [], 1)], ['a', 'b']);
    expect(several.accuracy).toBeCloseTo(2 / 3, 10);
  });

  it('of nothing is nothing', () => {
    expect(measure([], ['a', 'b'])).toMatchObject({ documents: 0, accuracy: 0, ece: 0, curve: [] });
  });
});
