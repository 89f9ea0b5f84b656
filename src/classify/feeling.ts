import { type Clause, splitClauses } from '../text/clauses.ts';
import type { Token } from '../types.ts';
import { squeeze } from './sentiment/cue.ts';
import { mostLean } from './sentiment/lean.ts';
import type { SentimentScorer } from './sentiment/scorer.ts';

/** What a clause can score by a mere lean, no word in it carrying feeling. */
const silent = squeeze(mostLean);

/**
 * How each clause of a sentence feels, −1 to 1, by the index of a token in it. A clause without a word of feeling takes that
 * of its sentence, so "I was charged twice, and nobody helped" speaks of the charge as well.
 * @param whole what the scorer said of the whole sentence.
 */
export function readClauses(tokens: Token[], score: SentimentScorer, whole: number): (index: number) => number {
  const clauses = splitClauses(tokens);
  if (clauses.length === 1) return () => whole;
  const known = new Map<Clause, number>();
  return (index) => {
    const clause = clauses.find(({ to }) => index < to);
    if (!clause) return whole;
    const own = known.get(clause) ?? score(tokens.slice(clause.from, clause.to));
    const value = Math.abs(own) > silent ? own : whole;
    known.set(clause, value);
    return value;
  };
}

/**
 * How a text feels as a whole: the mean of its sentences, each weighed by its own strength, so that a page of facts around
 * one angry sentence stays an angry letter. 0 where no sentence feels anything.
 */
export function blendSentences(scores: readonly number[]): number {
  let sum = 0;
  let weight = 0;
  for (const score of scores) {
    sum += score * Math.abs(score);
    weight += Math.abs(score);
  }
  return weight === 0 ? 0 : sum / weight;
}
