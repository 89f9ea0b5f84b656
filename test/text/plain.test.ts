import { describe, expect, it } from 'vitest';
import { blankLongRuns, toPlain } from '../../src/text/plain.ts';

describe('toPlain', () => {
  it('gives typographic variants one spelling and keeps the length', () => {
    const text = 'I can’t say “yes”\u00a0now\u200b, it´s\tso\r\n😀 中文';
    expect(toPlain(text)).toBe('I can\'t say "yes" now , it\'s so  😀 中文');
    expect(toPlain(text)).toHaveLength(text.length);
  });

  it('leaves plain text as it is', () => {
    expect(toPlain("It's £5? No: $5.")).toBe("It's £5? No: $5.");
  });
});

describe('blankLongRuns', () => {
  it('blanks out runs longer than allowed and nothing else', () => {
    expect(blankLongRuns('ab abcdef abc', 3)).toBe('ab        abc');
    expect(blankLongRuns('abc abc', 3)).toBe('abc abc');
    expect(blankLongRuns('abcd', 3)).toBe('    ');
    expect(blankLongRuns('a bcde', 3)).toBe('a     ');
  });
});
