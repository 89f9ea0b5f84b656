import type { Token } from '../../types.ts';
import { readChinese, scoreChinese } from './chinese.ts';
import { squeeze } from './cue.ts';
import { weighAsked } from './english/question.ts';
import { readEnglish, restOf, sumCues } from './english.ts';
import { parseLean, readLean } from './lean.ts';
import { parseLexicon } from './lexicon.ts';
import { splitTerm } from './pieces.ts';

/** How the tokens of one sentence or clause feel: −1 very negative, 0 neutral, 1 very positive. */
export type SentimentScorer = (tokens: Token[]) => number;

/** The texts of a model's files in `models/sentiment/<language>/`. */
export interface SentimentModel {
  /** `lexicon.tsv`. */
  lexicon: string;
  /** `weights.tsv`, where the language has trained weights. */
  weights?: string;
}

/**
 * Makes a scorer from a model's files.
 * @throws Error that names the line of a lexicon or of weights that cannot be read.
 */
export function createSentimentScorer(language: 'en' | 'zh', model: SentimentModel): SentimentScorer {
  if (language === 'zh') {
    const lexicon = parseLexicon(model.lexicon, (term) => [...term]);
    return (tokens) => scoreChinese(readChinese(tokens, lexicon));
  }
  const lexicon = parseLexicon(model.lexicon, splitTerm);
  const weights = model.weights === undefined ? null : parseLean(model.weights);
  return (tokens) => {
    const text = readEnglish(tokens, lexicon);
    const lean = weights === null ? 0 : readLean(restOf(text), weights);
    return squeeze(sumCues(text, lexicon) + weighAsked(lean, text.question));
  };
}
