import { describe, expect, it } from 'vitest';
import { blendSentences, readClauses } from '../../src/classify/feeling.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';
import type { Token } from '../../src/types.ts';

const tokenize = createTokenizer();
/** +0.5 for each "good", −0.5 for each "bad". */
const score = (tokens: Token[]) =>
  tokens.reduce((sum, { lower }) => sum + (lower === 'good' ? 0.5 : lower === 'bad' ? -0.5 : 0), 0);

/** How the clause feels that holds the word. */
function feelingOf(text: string, word: string): number {
  const { tokens } = tokenize(text, 'en')![0]!;
  const feelingAt = readClauses(tokens, score, score(tokens));
  return feelingAt(tokens.findIndex(({ lower }) => lower === word));
}

describe('how a clause feels', () => {
  it('is told by its own words', () => {
    const text = 'The food was good and the service was bad';
    expect([feelingOf(text, 'food'), feelingOf(text, 'service')]).toEqual([0.5, -0.5]);
  });

  it('is that of the sentence where it has no word of feeling', () => {
    expect(feelingOf('I was charged, and the service was bad', 'charged')).toBe(-0.5);
    expect(feelingOf('I was charged on Monday', 'charged')).toBe(0);
  });
});

describe('blendSentences', () => {
  it('weighs each sentence by its strength', () => {
    expect(blendSentences([0, 0, 0, -0.8])).toBeCloseTo(-0.8);
    expect(blendSentences([0.2, -0.8])).toBeCloseTo((0.04 - 0.64) / 1);
    expect(blendSentences([0.5, -0.5])).toBe(0);
  });

  it('is 0 where nothing is felt', () => {
    expect(blendSentences([])).toBe(0);
    expect(blendSentences([0, 0])).toBe(0);
  });
});
