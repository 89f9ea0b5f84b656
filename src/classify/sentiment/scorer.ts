import type { Token } from '../../types.ts';
import { readChinese, scoreChinese } from './chinese.ts';
import { readEnglish, scoreEnglish } from './english.ts';
import { parseLexicon } from './lexicon.ts';
import { splitTerm } from './pieces.ts';

/** How the tokens of one sentence or clause feel: −1 very negative, 0 neutral, 1 very positive. */
export type SentimentScorer = (tokens: Token[]) => number;

/**
 * Makes a scorer from a lexicon's text (`models/sentiment/<language>/lexicon.tsv`).
 * @throws Error that names the line of a lexicon that cannot be read.
 */
export function createSentimentScorer(language: 'en' | 'zh', lexiconText: string): SentimentScorer {
  if (language === 'zh') {
    const lexicon = parseLexicon(lexiconText, (term) => [...term]);
    return (tokens) => scoreChinese(readChinese(tokens, lexicon));
  }
  const lexicon = parseLexicon(lexiconText, splitTerm);
  return (tokens) => scoreEnglish(readEnglish(tokens, lexicon), lexicon);
}
