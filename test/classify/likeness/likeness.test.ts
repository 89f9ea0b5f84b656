import { describe, expect, it } from 'vitest';
import { affirmedStems, deniesExamples } from '../../../src/classify/likeness/denial.ts';
import { calibrate, findLikest } from '../../../src/classify/likeness/likeness.ts';
import { createTokenizer } from '../../../src/text/tokenize.ts';

const settings = { floor: 0.6, backgroundShare: 0.99, margin: 0.05, mostSentences: 10 };
/** A vector whose cosine with (1, 0) is the one given; its length does not matter. */
const at = (cosine: number, length = 1) => new Float32Array([cosine * length, Math.sqrt(1 - cosine * cosine) * length]);
const axis = [new Float32Array([1, 0])];

describe('the threshold of a category', () => {
  it('lies by the margin above what is not of the category', () => {
    expect(calibrate('a', axis, [at(0.2), at(0.7, 3)], settings).threshold).toBeCloseTo(0.75, 5);
  });

  it('passes over the share of the background that is most like it', () => {
    const background = Array.from({ length: 100 }, (_, n) => at(n / 100));
    expect(calibrate('a', axis, background, { ...settings, backgroundShare: 0.8 }).threshold).toBeCloseTo(0.85, 5);
  });

  it('is never below the floor, and that without any background', () => {
    expect(calibrate('a', axis, [at(0.1)], settings).threshold).toBe(0.6);
    expect(calibrate('a', axis, [], settings).threshold).toBe(0.6);
  });
});

describe('what a sentence is likest', () => {
  const a = { category: 'a', examples: [at(1), at(-1)], threshold: 0.6 };
  const b = { category: 'b', examples: [at(0.9)], threshold: 0.9 };

  it('is the category whose threshold it passes by most, by its nearest example', () => {
    expect(findLikest(at(0.95, 2), [a, b])).toMatchObject({ category: 'a', score: expect.closeTo(0.95, 5) });
    expect(findLikest(at(0.8), [b])?.category).toBe('b');
  });

  it('is nothing below every threshold', () => {
    expect(findLikest(at(0.5), [a])).toBeNull();
    expect(findLikest(at(1), [])).toBeNull();
  });
});

describe('a sentence that denies what the examples say', () => {
  const tokenize = (text: string) => createTokenizer()(text, 'en') ?? [];
  const denies = (sentence: string, example: string) =>
    deniesExamples(tokenize(sentence)[0]!.tokens, affirmedStems(tokenize(example)));

  it.each([
    ['I was not charged twice.', 'You charged me twice.', true],
    ['There was no problem with the bill.', 'The bill is wrong.', true],
    ['I have not received my card yet.', 'I am still waiting for my card.', false],
    ['They charged my card two times.', 'You charged me twice.', false],
  ])('%s beside “%s”', (sentence, example, expected) => {
    expect(denies(sentence, example)).toBe(expected);
  });
});
