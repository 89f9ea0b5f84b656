import type { TokenizedSentence } from '../types.ts';
import { createChineseTokenizer } from './chinese.ts';
import { createEnglishTokenizer } from './english.ts';

/** Sentences and tokens of a text in a language (ISO 639-1); null for a language that no model here reads. */
export type Tokenizer = (text: string, language: string) => TokenizedSentence[] | null;

/** Opens the models of every language that Earshot reads: English and Chinese, each at its first text. */
export function createTokenizer(): Tokenizer {
  const factories: Record<string, () => (text: string) => TokenizedSentence[]> = {
    en: createEnglishTokenizer,
    zh: createChineseTokenizer,
  };
  const open = new Map<string, (text: string) => TokenizedSentence[]>();
  return (text, language) => {
    const create = Object.hasOwn(factories, language) ? factories[language] : undefined;
    if (!create) return null;
    const tokenize = open.get(language) ?? create();
    open.set(language, tokenize);
    return tokenize(text);
  };
}
