import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blendSentences } from '../../../src/classify/feeling.ts';
import { createSentimentScorer } from '../../../src/classify/sentiment/scorer.ts';
import { packageRoot } from '../../../src/config.ts';
import { createTokenizer } from '../../../src/text/tokenize.ts';
import { chinese } from './hard-cases/chinese.ts';
import { english } from './hard-cases/english.ts';
import { hear } from './hard-cases/hard-cases.ts';

const read = (language: string, file: string) =>
  readFileSync(join(packageRoot, 'models/sentiment', language, `${file}.tsv`), 'utf8');
const tokenize = createTokenizer();
const scorers = {
  en: createSentimentScorer('en', { lexicon: read('en', 'lexicon'), weights: read('en', 'weights') }),
  zh: createSentimentScorer('zh', { lexicon: read('zh', 'lexicon') }),
};
const scoreOf = (language: 'en' | 'zh') => (text: string) =>
  blendSentences(tokenize(text, language)!.map(({ tokens }) => scorers[language](tokens)));

describe.each([
  ['English', english, 'en', 150, 0.9],
  ['Chinese', chinese, 'zh', 80, 0.9],
] as const)('hard cases of %s service language', (_name, cases, language, fewest, floor) => {
  const outcomes = hear(cases, scoreOf(language));
  const total = outcomes.reduce((sum, { cases: count }) => sum + count, 0);

  it(`are at least ${fewest}`, () => expect(total).toBeGreaterThanOrEqual(fewest));

  it('are heard rightly on the whole', () => {
    const right = outcomes.reduce((sum, outcome) => sum + outcome.right, 0);
    const wrong = outcomes.flatMap((outcome) => outcome.wrong);
    expect(right / total, wrong.join('\n')).toBeGreaterThanOrEqual(floor);
  });

  it.each(outcomes)('$phenomenon', ({ cases: count, right, wrong }) => {
    expect(right / count, wrong.join('\n')).toBeGreaterThanOrEqual(0.8);
  });
});
