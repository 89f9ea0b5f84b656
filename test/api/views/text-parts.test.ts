import { describe, expect, it } from 'vitest';
import { snippetOf, wordMark } from '../../../src/api/views/snippet.ts';
import { textParts } from '../../../src/api/views/text-parts.ts';

describe('parts of a text', () => {
  const text = 'My parcel came five days late.';

  it('begin and end where evidence does, and lose no character', () => {
    const parts = textParts(text, 0, text.length, [
      { start: 15, end: 29, category: 'late' },
      { start: 3, end: 9, category: 'parcel' },
    ]);
    expect(parts).toEqual([
      { text: 'My ', categories: [] },
      { text: 'parcel', categories: ['parcel'] },
      { text: ' came ', categories: [] },
      { text: 'five days late', categories: ['late'] },
      { text: '.', categories: [] },
    ]);
  });

  it('belong to several categories where evidence overlaps', () => {
    const parts = textParts(text, 0, text.length, [
      { start: 10, end: 29, category: 'a' },
      { start: 15, end: 24, category: 'b' },
    ]);
    expect(parts.map(({ categories }) => categories.join('+'))).toEqual(['', 'a', 'a+b', 'a', '']);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });

  it('take from evidence what lies within the stretch', () => {
    expect(textParts(text, 3, 14, [{ start: 0, end: 9, category: 'a' }])).toEqual([
      { text: 'parcel', categories: ['a'] },
      { text: ' came', categories: [] },
    ]);
  });
});

describe('a snippet', () => {
  const sentence = (start: number, end: number) => ({
    start,
    end,
    utterance: null,
    sentiment: { score: 0, grade: 0 as const },
  });
  const text = 'All was well. Then it came late. I go elsewhere. 😀 The lamp shines.';
  const sentences = [sentence(0, 13), sentence(14, 32), sentence(33, 48), sentence(49, text.length)];
  const late = { start: 27, end: 31, sentence: 1, category: 'late' };
  const leave = { start: 35, end: 47, sentence: 2, category: 'leave' };

  it('shows one sentence for each category, its words marked', () => {
    const parts = snippetOf({ text, sentences }, [late, leave], '');
    expect(parts.map((part) => part.text).join('')).toBe('Then it came late. … I go elsewhere.');
    expect(parts.filter(({ categories }) => categories.length > 0).map((part) => part.text)).toEqual([
      'late',
      'go elsewhere',
    ]);
  });

  it('marks the words searched for, after signs of two code units too', () => {
    const parts = snippetOf({ text, sentences }, [], 'LAMP');
    expect(parts.find(({ categories }) => categories.includes(wordMark))?.text).toBe('lamp');
  });

  it('begins at the beginning where there is nothing to show', () => {
    expect(snippetOf({ text, sentences }, [], '')[0]?.text).toBe(text);
  });

  it('cuts a long sentence around its evidence', () => {
    const long = `${'word '.repeat(200)}came late ${'word '.repeat(200)}`;
    const start = long.indexOf('late');
    const parts = snippetOf(
      { text: long, sentences: [sentence(0, long.length)] },
      [{ ...late, start, end: start + 4, sentence: 0 }],
      '',
    );
    const shown = parts.map((part) => part.text).join('');
    expect(shown.length).toBeLessThan(320);
    expect(shown).toMatch(/^… .* …$/);
    expect(parts.find(({ categories }) => categories.length > 0)?.text).toBe('late');
  });

  it('passes over evidence beyond the part of a text that was read', () => {
    const parts = snippetOf(
      { text: 'Short.', sentences: [sentence(0, 6), sentence(30_000, 30_020)] },
      [{ ...late, start: 30_001, end: 30_005 }],
      '',
    );
    expect(parts).toEqual([{ text: 'Short.', categories: [] }]);
  });
});
