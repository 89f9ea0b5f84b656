import type { IntakePipeline } from '../pipeline.ts';
import type { Grade, Sentiment } from '../types.ts';

/** The grade of a score, by the lowest score of each grade that the pipeline names. */
export function gradeSentiment(score: number, grades: IntakePipeline['grades']): Sentiment {
  return { score, grade: gradeOf(score, grades) };
}

function gradeOf(score: number, grades: IntakePipeline['grades']): Grade {
  if (score >= grades.veryPositive) return 2;
  if (score >= grades.positive) return 1;
  if (score >= grades.neutral) return 0;
  return score >= grades.negative ? -1 : -2;
}
