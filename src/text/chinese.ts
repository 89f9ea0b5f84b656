import type { Token, TokenizedSentence } from '../types.ts';
import { markChineseNegation } from './chinese-negation.ts';
import type { Span } from './span.ts';

/** A sentence of more characters goes on as the next one, so that work grows with the length of the text and no faster. */
const longestSentence = 400;
const sentenceEnd = /[。！？；!?;\n]+[”’」』）)"']*/g;

/**
 * Opens the Chinese reader: sentences end at 。！？； or a line's end, words are those of `Intl.Segmenter`. It has no
 * tagger: words are `X`, numbers `NUM`, marks `PUNCT`. For every token, `text.slice(token.start, token.end) === token.text`.
 */
export function createChineseTokenizer(): (text: string) => TokenizedSentence[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => {
    const sentences: TokenizedSentence[] = [];
    for (const span of splitSentences(text)) {
      const tokens = segment(segmenter, text, span);
      const last = tokens.at(-1);
      if (!last) continue;
      markChineseNegation(tokens);
      sentences.push({ start: tokens[0]!.start, end: last.end, tokens });
    }
    return sentences;
  };
}

function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const add = (end: number) => {
    while (end - start > longestSentence) {
      const cut = cutPoint(text, start);
      spans.push({ start, end: cut });
      start = cut;
    }
    if (end > start) spans.push({ start, end });
    start = end;
  };
  for (const mark of text.matchAll(sentenceEnd)) add(mark.index + mark[0].length);
  add(text.length);
  return spans;
}

function cutPoint(text: string, start: number): number {
  const comma = text.slice(start, start + longestSentence).search(/[，,、 ][^，,、 ]*$/);
  if (comma > longestSentence / 2) return start + comma + 1;
  const end = start + longestSentence;
  return /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end;
}

function segment(segmenter: Intl.Segmenter, text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  for (const part of segmenter.segment(text.slice(span.start, span.end))) {
    if (/^\s*$/.test(part.segment)) continue;
    const start = span.start + part.index;
    const lower = part.segment.toLowerCase();
    const pos = part.isWordLike ? (/^[\d.,%]+$/.test(lower) ? 'NUM' : 'X') : 'PUNCT';
    tokens.push({
      text: part.segment,
      lower,
      stem: lower,
      pos,
      start,
      end: start + part.segment.length,
      negated: false,
    });
  }
  return tokens;
}
