import { toPlain } from '../text/plain.ts';
import type { Taxonomy, Token } from '../types.ts';
import { createCueMatcher } from './cues/matcher.ts';

/** Whether a text may name one of the categories that the glance looks for. */
export type Glance = (text: string) => boolean;

/** wink tells words and marks apart much like this; parts of speech and negation are left to the full analysis. */
const pieces = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu;
const sentences = /[^.!?。！？]+[.!?。！？]*/gu;

/**
 * Makes a quick look for a few categories: their cues held against the plain words of a text, which takes a small part of
 * the time of an analysis. What a sentence denies counts too, and a cue that names parts of speech is passed over.
 * @param isWanted whether the category of an id is looked for.
 */
export function createGlance(taxonomy: Taxonomy, isWanted: (category: string) => boolean): Glance {
  const categories = taxonomy.categories.filter(({ id }) => isWanted(id));
  if (categories.length === 0) return () => false;
  const match = createCueMatcher({ ...taxonomy, categories });
  return (text) => {
    const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
    for (const { 0: sentence, index: start } of toPlain(text).matchAll(sentences)) {
      const tokens = readTokens(sentence, start);
      const end = start + sentence.length;
      if (match(text, { start, end, tokens }, language).length > 0) return true;
    }
    return false;
  };
}

function readTokens(sentence: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (const { 0: text, index } of sentence.matchAll(pieces)) {
    const lower = text.toLowerCase();
    const start = offset + index;
    // The matcher finds stems itself, and remembers them by word.
    tokens.push({ text, lower, stem: lower, pos: 'X', start, end: start + text.length, negated: false });
  }
  return tokens;
}
