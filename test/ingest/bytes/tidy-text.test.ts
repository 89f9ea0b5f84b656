import { expect, test } from 'vitest';
import { tidyLine, tidyText } from '../../../src/ingest/bytes/tidy-text.ts';

test('line breaks become one kind, and at most one blank line stays', () => {
  expect(tidyText('a\r\nb\rc\n\n\n\nd  \n')).toBe('a\nb\nc\n\nd');
});

test('what no reader sees goes: NUL, zero-width and direction marks, soft hyphens', () => {
  expect(tidyText('re\u00adfund\u200b now\0\u202e!')).toBe('refund now!');
});

test('lone surrogates become a replacement character, and emoji stay whole', () => {
  expect(tidyText('bad \ud83d end, 👩‍🚒 good')).toBe('bad \ufffd end, 👩‍🚒 good');
});

test('composed letters and ordinary spaces', () => {
  expect(tidyText('cafe\u0301\u00a0noir')).toBe('café noir');
});

test('quotes and euro signs of windows-1252 are repaired where they were read as ISO 8859-1', () => {
  expect(tidyText('it\u0092s 5 \u0080\u0085')).toBe('it’s 5 €…');
});

test('a line is one line', () => {
  expect(tidyLine('  North\n  West\t ')).toBe('North West');
});

test('a megabyte of spaces takes no longer than it should', () => {
  const start = performance.now();
  expect(tidyText(`a${' '.repeat(1_000_000)}b`)).toHaveLength(1_000_002);
  expect(performance.now() - start).toBeLessThan(2000);
});
