import { describe, expect, it } from 'vitest';
import { createEnglishTokenizer } from '../../src/text/english.ts';
import type { TokenizedSentence } from '../../src/types.ts';

const tokenize = createEnglishTokenizer();
const words = (text: string) => tokenize(text).map(({ tokens }) => tokens.map((token) => token.text).join(' '));

/** Every token is what the text holds at its offsets, in order, within its sentence. */
function expectExact(text: string, sentences: TokenizedSentence[]): void {
  let at = 0;
  for (const { start, end, tokens } of sentences) {
    expect(tokens.length).toBeGreaterThan(0);
    expect([start, end]).toEqual([tokens[0]!.start, tokens.at(-1)!.end]);
    for (const token of tokens) {
      expect(text.slice(token.start, token.end)).toBe(token.text);
      expect(token.text.trim()).toBe(token.text);
      expect(token.start).toBeGreaterThanOrEqual(at);
      expect(token.end).toBeGreaterThan(token.start);
      at = token.end;
    }
  }
}

describe('the English tokenizer', () => {
  it('finds sentences, words, stems and parts of speech', () => {
    const [first, second] = tokenize('The engineers arrived late. Nobody apologised!');
    expect(first!.tokens.map(({ stem, pos }) => `${stem}/${pos}`)).toEqual([
      'the/DET',
      'engin/NOUN',
      'arriv/VERB',
      'late/ADJ',
      './PUNCT',
    ]);
    expect(second!.tokens.map(({ lower }) => lower)).toEqual(['nobody', 'apologised', '!']);
  });

  it('takes contractions apart, with straight and with curly apostrophes', () => {
    expect(words("I can't, I won't, I'm off")).toEqual(["I ca n't , I wo n't , I 'm off"]);
    expect(words('I can’t, I won’t, I’m off')).toEqual(['I ca n’t , I wo n’t , I ’m off']);
    expect(tokenize('It isn’t')[0]!.tokens.at(-1)!.lower).toBe("n't");
  });

  it('ends a sentence that ends in a word which may be an abbreviation', () => {
    expect(words('I can not log in. Help me')).toEqual(['I can not log in .', 'Help me']);
    expect(words('Ask Mr. Smith about it.')).toEqual(['Ask Mr. Smith about it .']);
  });

  it('joins lines that a mail program wrapped, and parts those that the writer ended', () => {
    const wrapped = 'I have been waiting for my refund since the first week of March and\nnobody has called me back.';
    expect(tokenize(wrapped)).toHaveLength(1);
    expect(words('Dear team\n\nMy bill is wrong\n- too high\n- too late\nBye')).toEqual([
      'Dear team',
      'My bill is wrong',
      '- too high',
      '- too late',
      'Bye',
    ]);
  });

  it.each([
    'Hi there.I was charged.Twice!!! Why?? £50.00, $1,200 and 50 % of 5G',
    'see https://example.com/a?b=c&d=e#f or write to me@example.com :-) 😀😀 👍🏽 👨‍👩‍👧 @you #fail',
    'Dear\u00a0Sir,\u2003 I\thave \u200btabs,\r\n\r\nzero\u200bwidth and “quotes” – and—dashes…',
    "constructor __proto__ toString hasOwnProperty shouldn't've y'all gonna dunno it´s `code`",
    'Hello 我的账单 mixed, İstanbul ﬁne ＦＵＬＬ ａｂｃ',
    '\ud83d lone \udc00 halves \u0000 and \u0007 controls \ufeff',
    '',
    ' \n \t ',
    '...!!!???',
  ])('keeps offsets exact in %j', (text) => {
    expectExact(text, tokenize(text));
  });

  it('keeps offsets exact in random mixtures of awkward characters', () => {
    const alphabet = [
      'a',
      'B',
      "'",
      '’',
      '.',
      ',',
      '!',
      ' ',
      ' ',
      '\n',
      '-',
      '😀',
      '中',
      '\u00a0',
      '@',
      '#',
      '/',
      '1',
      'n’t',
      'é',
      '\ud83d',
    ];
    let seed = 42;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    for (let round = 0; round < 400; round++) {
      const length = Math.floor(random() * 60);
      const text = Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
      expectExact(text, tokenize(text));
    }
  });

  it.each([
    ['words without an end', 'word '.repeat(200_000)],
    ['one run without a space', 'a'.repeat(1_000_000)],
    ['addresses without a space', 'http://'.repeat(150_000)],
    ['hyphens', 'a-'.repeat(500_000)],
    ['empty lines', '\n'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['emoji', '😀'.repeat(250_000)],
    ['negations', 'not '.repeat(250_000)],
    ['commas and conjunctions', 'and, '.repeat(200_000)],
  ])('reads a megabyte of %s in a few seconds', (_, text) => {
    const sentences = tokenize(text);
    for (const { tokens } of sentences) expect(tokens.length).toBeLessThanOrEqual(301);
  });

  it('reads on after more unknown words than it keeps', () => {
    const before = tokenize('The bill is wrong.');
    for (let block = 0; block < 12; block++) {
      tokenize(Array.from({ length: 10_000 }, (_, i) => `qz${block.toString(36)}x${i.toString(36)}q`).join(' '));
    }
    expect(tokenize('The bill is wrong.')).toEqual(before);
  });
});
