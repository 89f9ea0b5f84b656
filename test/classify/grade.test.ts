import { describe, expect, it } from 'vitest';
import { gradeSentiment } from '../../src/classify/grade.ts';

const grades = { negative: -0.6, neutral: -0.15, positive: 0.15, veryPositive: 0.6 };

describe('gradeSentiment', () => {
  it.each([
    [-1, -2],
    [-0.61, -2],
    [-0.6, -1],
    [-0.16, -1],
    [-0.15, 0],
    [0, 0],
    [0.149, 0],
    [0.15, 1],
    [0.6, 2],
    [1, 2],
  ])('grades %d as %d: each threshold is the lowest score of its grade', (score, grade) => {
    expect(gradeSentiment(score, grades)).toEqual({ score, grade });
  });
});
