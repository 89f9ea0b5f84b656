import type { Example } from './sets/examples.ts';

/** What a model gets right on labelled texts; shares from 0 to 1. */
export interface Measured {
  texts: number;
  /** Positive and negative texts by the sign of their score; a score of 0 is wrong. */
  twoClasses: number;
  /** Of the positive texts, and of the negative ones. */
  positives: number;
  negatives: number;
  /** All texts by grade: positive, neutral, negative; null where the set has no neutral ones. */
  threeClasses: number | null;
}

/** @param grade the score from which on a text is positive, and below whose opposite it is negative. */
export function measure(
  cases: readonly Pick<Example, 'text' | 'feeling'>[],
  score: (text: string) => number,
  grade: number,
): Measured {
  const scored = cases.map(({ text, feeling }) => ({ feeling, score: score(text) }));
  const share = (of: typeof scored, isRight: (one: (typeof scored)[number]) => boolean) =>
    Math.round((of.filter(isRight).length / of.length) * 10_000) / 10_000;
  const isRightSign = (one: (typeof scored)[number]) => Math.sign(one.score) === one.feeling;
  const feeling = scored.filter((one) => one.feeling !== 0);
  return {
    texts: cases.length,
    twoClasses: share(feeling, isRightSign),
    positives: share(
      feeling.filter((one) => one.feeling > 0),
      isRightSign,
    ),
    negatives: share(
      feeling.filter((one) => one.feeling < 0),
      isRightSign,
    ),
    threeClasses:
      feeling.length === scored.length
        ? null
        : share(scored, (one) => (one.score >= grade ? 1 : one.score <= -grade ? -1 : 0) === one.feeling),
  };
}
