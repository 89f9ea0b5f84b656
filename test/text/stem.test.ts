import { describe, expect, it } from 'vitest';
import { stem } from '../../src/text/stem.ts';

describe('stem', () => {
  // From the sample vocabulary that M. F. Porter published with "An algorithm for suffix stripping" (1980).
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['relational', 'relat'],
    ['hopefulness', 'hope'],
    ['adjustment', 'adjust'],
    ['controlling', 'control'],
  ])('gives %s as %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
    expect(stem(word)).toBe(expected);
  });

  it('keeps apart what the rules would make one', () => {
    for (const [one, other] of [
      ['us', 'use'],
      ['busy', 'business'],
      ['new', 'news'],
    ] as const) {
      expect(stem(one)).not.toBe(stem(other));
    }
  });

  it('leaves what is no English word as it is', () => {
    expect(['5g', '£50', '账单', '😀', 'é', '__proto__', ''].map(stem)).toEqual([
      '5g',
      '£50',
      '账单',
      '😀',
      'é',
      '__proto__',
      '',
    ]);
  });
});
