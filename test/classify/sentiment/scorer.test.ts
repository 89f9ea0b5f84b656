import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSentimentScorer } from '../../../src/classify/sentiment/scorer.ts';
import { packageRoot } from '../../../src/config.ts';
import { createTokenizer } from '../../../src/text/tokenize.ts';

const tokenize = createTokenizer();
const scorers = {
  en: createSentimentScorer('en', { lexicon: read('en', 'lexicon'), weights: read('en', 'weights') }),
  zh: createSentimentScorer('zh', { lexicon: read('zh', 'lexicon') }),
};

function read(language: string, file: string): string {
  return readFileSync(join(packageRoot, 'models', 'sentiment', language, `${file}.tsv`), 'utf8');
}

function score(text: string, language: 'en' | 'zh' = 'en'): number {
  const [sentence, ...more] = tokenize(text, language)!;
  expect(more, `"${text}" is one sentence`).toEqual([]);
  return scorers[language](sentence!.tokens);
}

describe('English sentiment', () => {
  it.each([
    'There were no problems at all.',
    'The room was not bad.',
    'I could not be happier with the outcome!',
    'We never had an issue with them.',
    'I cannot fault the staff.',
    "You can't fault the nurse who helped me.",
    'Never had better service.',
    'Nothing was too much trouble.',
    'She sorted it out within ten minutes.',
    "Don't hesitate to use them.",
    'Not only fast but friendly.',
    'GREAT service 😀',
    'Thank you so much for your help.',
  ])('hears praise in "%s"', (text) => expect(score(text)).toBeGreaterThan(0.15));

  it.each([
    'I am still waiting for my refund.',
    'You let me down again.',
    'I held for 45 minutes and nobody answered.',
    'I have called six times about this.',
    'The router does not work.',
    'This is not good.',
    'Thank you for nothing.',
    'It could have been cleaner.',
    'The instructions are too long.',
    'My bill is wrong 😡',
    'I would not recommend this bank.',
    'The service was neither quick nor helpful.',
  ])('hears a complaint in "%s"', (text) => expect(score(text)).toBeLessThan(-0.15));

  it.each([
    'I would like to know my balance.',
    'My contract number is 4711.',
    'Kind regards, Ann Smith',
    'Kindly send me the form.',
    'Please help me with my account.',
    'What kind of card do you offer?',
    'The parcel should reach me on Tuesday.',
  ])('leaves "%s" neutral', (text) => expect(Math.abs(score(text))).toBeLessThan(0.15));

  it('weighs what comes after "but" more than what it answers', () => {
    expect(score('The staff were friendly but the room was filthy.')).toBeLessThan(0);
    expect(score('The room was filthy but the staff were friendly.')).toBeGreaterThan(
      score('The staff were friendly but the room was filthy.'),
    );
  });

  it('hears degree words, capitals, exclamation marks', () => {
    const plain = score('The food was good.');
    expect(score('The food was very good.')).toBeGreaterThan(plain);
    expect(score('The food was GOOD.')).toBeGreaterThan(plain);
    expect(score('The food was good!!!')).toBeGreaterThan(plain);
    expect(score('The food was slightly good.')).toBeLessThan(plain);
  });

  it('takes a question about something good for less than a statement of it', () => {
    expect(score('Is the service good?')).toBeLessThan(score('The service is good.') / 2);
  });

  it('reads a contraction alike however it is written', () => {
    const spellings = ["I can't recommend it", 'I cannot recommend it', 'I can’t recommend it', 'I cant recommend it'];
    expect(new Set(spellings.map((text) => score(text))).size).toBe(1);
    expect(score(spellings[0]!)).toBeLessThan(-0.3);
  });
});

describe('Chinese sentiment', () => {
  it.each([
    '服务很好，房间干净。',
    '没有任何问题。',
    '一点都不贵。',
    '不是不好，是非常好！',
    '物流很快，下次还会来。',
    '客服耐心地解决了我的问题。',
  ])('hears praise in "%s"', (text) => expect(score(text, 'zh')).toBeGreaterThan(0.15));

  it.each([
    '一点都不干净。',
    '再也不来了。',
    '服务态度不是很好。',
    '等了一个小时还没到。',
    '虽然便宜，但是质量太差了。',
    '电话打不通，没人处理。',
    '房间有点小。',
  ])('hears a complaint in "%s"', (text) => expect(score(text, 'zh')).toBeLessThan(-0.15));

  it.each(['请问营业时间是几点？', '我的订单号是12345。', '你好，我在北京。'])('leaves "%s" neutral', (text) =>
    expect(Math.abs(score(text, 'zh'))).toBeLessThan(0.15),
  );
});

describe('createSentimentScorer', () => {
  it('gives 0 for no tokens and stays between -1 and 1 for many', () => {
    expect(scorers.en([])).toBe(0);
    expect(scorers.zh([])).toBe(0);
    const tokens = tokenize('terrible '.repeat(300), 'en')!.flatMap((sentence) => sentence.tokens);
    expect(scorers.en(tokens)).toBeGreaterThanOrEqual(-1);
    expect(scorers.en(tokens)).toBeLessThan(-0.9);
  });

  it('names the line of a lexicon that cannot be read', () => {
    expect(() => createSentimentScorer('en', { lexicon: 'word,score' })).toThrow(/begins with "word,score"/);
    expect(() => createSentimentScorer('en', { lexicon: 'term\tweight\trole\ngood\ttwo\tvalence\n' })).toThrow(
      /line 2 is "good/,
    );
    expect(() => createSentimentScorer('en', { lexicon: 'term\tweight\trole\ngood\t2\tnoun\n' })).toThrow(/line 2/);
  });
});
