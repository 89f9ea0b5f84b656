import type { Satisfaction } from '../../../dashboards/views/shared.ts';
import type { IntakePipeline } from '../../pipeline.ts';
import type { TextFilter } from '../../store/read/filter.ts';
import type { Grade } from '../../types.ts';
import { textsCount } from '../links.ts';

type Grades = IntakePipeline['grades'];

const negative: Grade[] = [-2, -1];
const positive: Grade[] = [1, 2];

/** What a score, −1 to 1, amounts to. */
export function gradeOf(score: number, grades: Grades): Grade {
  if (score >= grades.veryPositive) return 2;
  if (score >= grades.positive) return 1;
  if (score >= grades.neutral) return 0;
  return score >= grades.negative ? -1 : -2;
}

/** How the texts of a filter feel. `sentiment` is the sum of their scores. */
export function textSatisfaction(
  tally: { understood: number; negative: number; positive: number; sentiment: number },
  filter: TextFilter,
  grades: Grades,
): Satisfaction {
  return {
    ...meanOf(tally.sentiment, tally.understood, grades),
    negative: textsCount(tally.negative, { ...filter, understood: true, grades: negative }),
    positive: textsCount(tally.positive, { ...filter, understood: true, grades: positive }),
  };
}

/** How the texts of a filter feel about the one category that it names. */
export function categorySatisfaction(
  tally: { documents: number; negative: number; positive: number; sentiment: number },
  filter: TextFilter,
  grades: Grades,
): Satisfaction {
  return {
    ...meanOf(tally.sentiment, tally.documents, grades),
    negative: textsCount(tally.negative, { ...filter, categoryGrades: negative }),
    positive: textsCount(tally.positive, { ...filter, categoryGrades: positive }),
  };
}

function meanOf(sum: number, count: number, grades: Grades): Pick<Satisfaction, 'mean' | 'grade'> {
  if (count === 0) return { mean: null, grade: null };
  const mean = sum / count;
  return { mean, grade: gradeOf(mean, grades) };
}
