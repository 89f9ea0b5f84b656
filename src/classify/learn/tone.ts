import type { Token } from '../../types.ts';
import { readChinese, sumCues as sumChinese } from '../sentiment/chinese.ts';
import type { Cue } from '../sentiment/cue.ts';
import { squeeze } from '../sentiment/cue.ts';
import { readEnglish, sumCues as sumEnglish } from '../sentiment/english.ts';
import { parseLexicon } from '../sentiment/lexicon.ts';
import { splitTerm } from '../sentiment/pieces.ts';
import { longestText } from './scan.ts';

/** How many numbers a tone has. */
export const toneWidth = 6;

/** What the sentiment lexicons hear in a text, for a classifier to weigh: each −1 to 1. */
export type ToneReader = (text: string) => Float32Array;

const words = /[\p{L}\p{N}]+(?:['’]\p{L}+)*|[^\s\p{L}\p{N}]+/gu;

/** @param lexicons the texts of `models/sentiment/<language>/lexicon.tsv`. */
export function createToneReader(lexicons: { en: string; zh: string }): ToneReader {
  const english = parseLexicon(lexicons.en, splitTerm);
  const chinese = parseLexicon(lexicons.zh, (term) => [...term]);
  return (text) => {
    const tokens = toTokens(text.slice(0, longestText));
    if (/\p{Script=Han}/u.test(text)) {
      const read = readChinese(tokens, chinese);
      return describe(read.cues, sumChinese(read));
    }
    const read = readEnglish(tokens, english);
    return describe(read.cues, sumEnglish(read, english));
  };
}

function describe(cues: Cue[], sum: number): Float32Array {
  let positive = 0;
  let negative = 0;
  for (const { value } of cues) {
    if (value > 0) positive += value;
    else negative -= value;
  }
  const last = cues.findLast((cue) => cue.value !== 0)?.value ?? 0;
  const mean = cues.length === 0 ? 0 : sum / cues.length;
  return Float32Array.of(
    squeeze(sum),
    squeeze(sum * 3),
    squeeze(positive),
    squeeze(negative),
    squeeze(last),
    squeeze(mean),
  );
}

/** Rough tokens: the rules of sentiment ask for nothing but words and marks. */
function toTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(words)) {
    const [word] = match;
    const start = match.index;
    const lower = word.toLowerCase();
    tokens.push({ text: word, lower, stem: lower, pos: 'X', start, end: start + word.length, negated: false });
  }
  return tokens;
}
