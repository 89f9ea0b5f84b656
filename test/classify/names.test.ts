import { describe, expect, it } from 'vitest';
import { findName } from '../../src/classify/names.ts';

/** The name found for the words of a match. */
function nameOf(text: string, words: string): string | null {
  const start = text.indexOf(words);
  const name = findName(text, { start, end: start + words.length });
  return name && `${text.slice(name.start, name.end)}${name.isOrganisation ? '' : ' (no organisation)'}`;
}

describe('findName', () => {
  it.each([
    ['I moved to Green Mobile last week.', 'moved to Green', 'Green Mobile'],
    ['Cheaper at Northwind Broadband Ltd. than here', 'Cheaper at Northwind', 'Northwind Broadband Ltd'],
    ['Virgin Media offered me half the price', 'Media offered me', 'Virgin Media'],
    ['I went over to Marks & Spencer', 'over to Marks', 'Marks & Spencer'],
    ['I am moving to London', 'moving to London', 'London (no organisation)'],
    ['I switched on Monday', 'switched on Monday', 'Monday (no organisation)'],
    ['it costs less', 'costs less', null],
  ])('in "%s" at "%s" finds %s', (text, words, expected) => {
    expect(nameOf(text, words)).toBe(expected);
    expect(nameOf(text, words)).toBe(expected);
  });

  it('reads no further than a name can go', () => {
    const text = `moved to ${'Very '.repeat(100_000)}`;
    expect(findName(text, { start: 0, end: 13 })?.end ?? 0).toBeLessThan(100);
  });
});
