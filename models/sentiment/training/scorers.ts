import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blendSentences } from '../../../src/classify/feeling.ts';
import { createSentimentScorer, type SentimentModel } from '../../../src/classify/sentiment/scorer.ts';
import { packageRoot } from '../../../src/config.ts';
import { createTokenizer } from '../../../src/text/tokenize.ts';

const tokenize = createTokenizer();

/** A file of a model that ships. */
export function readModelFile(language: 'en' | 'zh', name: string): string {
  return readFileSync(join(packageRoot, 'models/sentiment', language, name), 'utf8');
}

/** Scores a text as the intake does: its sentences, blended. */
export function createTextScorer(language: 'en' | 'zh', model: SentimentModel): (text: string) => number {
  const score = createSentimentScorer(language, model);
  return (text) => blendSentences((tokenize(text, language) ?? []).map(({ tokens }) => score(tokens)));
}
