import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../src/text/paragraphs.ts';

const parts = (text: string, longest = 1000) =>
  splitParagraphs(text, longest).map(({ start, end }) => text.slice(start, end));

describe('splitParagraphs', () => {
  it('cuts at short lines, blank lines and list items', () => {
    expect(parts('Hello\nMy bill is wrong.\n\n1) too high')).toEqual(['Hello', 'My bill is wrong.', '1) too high']);
    expect(parts('Hello\r\n\r\nWorld').map((part) => part.trim())).toEqual(['Hello', '', 'World']);
  });

  it('keeps lines together that a program wrapped', () => {
    const text = `${'word '.repeat(14)}wrapped\nhere it goes on`;
    expect(parts(text)).toEqual([text]);
  });

  it('cuts what is too long at the end of a sentence, else at a space, else anywhere', () => {
    expect(parts('One two three. Four five six seven', 20)).toEqual(['One two three.', ' Four five six seven']);
    expect(parts('one two three four five', 12)).toEqual(['one two', ' three four', ' five']);
    expect(parts('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(parts('😀😀😀', 3)).toEqual(['😀', '😀', '😀']);
  });

  it('gives nothing for an empty text', () => {
    expect(parts('')).toEqual([]);
    expect(parts('\n\n\n')).toEqual([]);
  });
});
