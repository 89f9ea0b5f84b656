import type { Decision } from './quality/decide.ts';
import { isRight, type Judged } from './quality/measure.ts';

/** The score below which `share` of the decisions lie. */
export function quantileScore(decisions: Decision[], share: number): number {
  const scores = decisions.map(({ score }) => score).sort((a, b) => a - b);
  return scores[Math.floor(scores.length * share)] ?? 0;
}

/**
 * How sure the words must be for a cascade to leave a text to them: the lowest certainty at which the cascade still is
 * right as often as `keeps` times what asking everything would be.
 * @param words what the words alone made of each held-out text.
 * @param all what words and embeddings together made of the same.
 */
export function cascadeThreshold(words: Judged[], all: Judged[], keeps: number): number {
  const order = words.map((_, row) => row).sort((a, b) => words[b]!.score - words[a]!.score || a - b);
  const wanted = keeps * all.filter(isRight).length;
  let right = all.filter(isRight).length;
  let threshold = 1;
  for (const row of order) {
    right += Number(isRight(words[row]!)) - Number(isRight(all[row]!));
    if (right >= wanted) threshold = words[row]!.score;
  }
  return threshold;
}
