import type { TextPart } from '../../../dashboards/views/shared.ts';
import type { AnalysedSentence } from '../../types.ts';
import { type Span, textParts } from './text-parts.ts';

/** Evidence and the sentence that holds it. */
export interface Evidence extends Span {
  sentence: number;
}

const longest = 260;
const leadIn = 80;
const mostSentences = 3;

/** What found words are marked with, since they are evidence for no category. */
export const wordMark = 'words';

/**
 * The sentences that show why a text is in a list, with the reason marked: one for each category asked for and for the
 * words searched; the beginning of the text where nothing was asked for.
 */
export function snippetOf(
  text: { text: string; sentences: readonly AnalysedSentence[] },
  evidence: readonly Evidence[],
  words: string,
): TextPart[] {
  const found = [...firstOfEach(evidence), ...wordSpans(text, words)].filter((span) => span.end <= text.text.length);
  const sentences = [...new Set(found.map((span) => span.sentence))].sort((a, b) => a - b).slice(0, mostSentences);
  if (sentences.length === 0) return opening(text.text);
  const parts = sentences.map((number) => {
    const inside = [...evidence, ...found].filter((span) => span.sentence === number);
    return excerpt(text.text, text.sentences[number] ?? { start: 0, end: text.text.length }, inside);
  });
  return parts.flatMap((part, at) => (at === 0 ? part : [{ text: ' … ', categories: [] }, ...part]));
}

/** The stretch with its evidence marked, cut to a length that a list can show. */
export function excerpt(text: string, stretch: { start: number; end: number }, spans: readonly Span[]): TextPart[] {
  const { start, end } = stretch;
  if (end - start <= longest) return textParts(text, start, Math.min(end, text.length), spans);
  const first = Math.min(...spans.map((span) => span.start), end);
  const from = first - start > leadIn && first < end ? wordStart(text, first - leadIn, start) : start;
  const to = Math.min(wordEnd(text, Math.min(from + longest, end), end), text.length);
  return [
    ...(from > start ? [{ text: '… ', categories: [] }] : []),
    ...textParts(text, from, to, spans),
    ...(to < end ? [{ text: ' …', categories: [] }] : []),
  ];
}

function opening(text: string): TextPart[] {
  return excerpt(text, { start: 0, end: text.length }, []);
}

function firstOfEach(evidence: readonly Evidence[]): Evidence[] {
  const first = new Map<string, Evidence>();
  for (const span of evidence) if (!first.has(span.category)) first.set(span.category, span);
  return [...first.values()];
}

/** Where the searched words stand first, each in its sentence. */
function wordSpans(text: { text: string; sentences: readonly AnalysedSentence[] }, words: string): Evidence[] {
  const lower = text.text.toLowerCase();
  // A few letters change their length in lower case (İ); then offsets would be wrong, and nothing is marked.
  if (lower.length !== text.text.length) return [];
  return words
    .toLowerCase()
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) => {
      const start = lower.indexOf(word);
      if (start < 0) return [];
      const end = start + word.length;
      const sentence = text.sentences.findIndex((candidate) => candidate.start <= start && candidate.end >= end);
      return sentence < 0 ? [] : [{ start, end, sentence, category: wordMark }];
    });
}

/** The beginning of the word at the offset, no further left than `least`. */
function wordStart(text: string, offset: number, least: number): number {
  const space = text.lastIndexOf(' ', offset);
  return space < Math.max(least, offset - 30) ? offset : space + 1;
}

function wordEnd(text: string, offset: number, most: number): number {
  const space = text.indexOf(' ', offset);
  return space < 0 || space > offset + 30 ? Math.min(offset, most) : Math.min(space, most);
}
