import type { Span } from './span.ts';

/** A line that stops this far before the usual 72 to 78 columns was ended by its writer, not wrapped by a program. */
const shortLine = 50;
const listMark = /^\s*(?:[-*•·–]|\d{1,2}[.)])\s/;

/**
 * Splits a text where its writer did: at blank lines, after short lines and finished sentences, before list items. Lines
 * that a mail program wrapped stay together. No part is longer than `longest` characters; what is longer is cut at the end
 * of a sentence where there is one, else at white space, else anywhere.
 */
export function splitParagraphs(text: string, longest: number): Span[] {
  const parts: Span[] = [];
  let start = 0;
  let lineStart = 0;
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    if (newline < 0 || endsParagraph(text, lineStart, lineEnd)) {
      cutLong(text, start, lineEnd, longest, parts);
      start = lineEnd + 1;
    }
    lineStart = lineEnd + 1;
  }
  return parts;
}

function endsParagraph(text: string, lineStart: number, lineEnd: number): boolean {
  if (lineEnd - lineStart < shortLine) return true;
  if (/[.!?:;…]["')\]]?\s*$/.test(text.slice(Math.max(lineStart, lineEnd - 20), lineEnd))) return true;
  const next = text.slice(lineEnd + 1, lineEnd + 12);
  return /^\s*(\n|$)/.test(next) || listMark.test(next);
}

function cutLong(text: string, start: number, end: number, longest: number, parts: Span[]): void {
  let from = start;
  while (end - from > longest) {
    const to = from + cutPoint(text.slice(from, from + longest));
    parts.push({ start: from, end: to });
    from = to;
  }
  if (from < end) parts.push({ start: from, end });
}

/** Where best to cut a piece: never within the first half, which would leave crumbs. */
function cutPoint(piece: string): number {
  const half = piece.length >> 1;
  for (let i = piece.length - 1; i > half; i--) {
    if (piece[i] === ' ' && '.!?'.includes(piece[i - 1] ?? ' ')) return i;
  }
  const space = piece.lastIndexOf(' ');
  if (space > half) return space;
  // Not between the two halves of one character.
  return /[\ud800-\udbff]$/.test(piece) ? piece.length - 1 : piece.length;
}
