import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../src/text/clauses.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';

const tokenize = createTokenizer();

function clauses(text: string, language = 'en'): string[] {
  const tokens = tokenize(text, language)![0]!.tokens;
  const parts = splitClauses(tokens);
  expect(parts.map(({ from }) => from)).toEqual([0, ...parts.slice(0, -1).map(({ to }) => to)]);
  expect(parts.at(-1)!.to).toBe(tokens.length);
  return parts.map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
}

describe('splitClauses', () => {
  it.each([
    ['The food was great but the service was slow', ['The food was great', 'but the service was slow']],
    ['Great food, although the staff were rude', ['Great food,', 'although the staff were rude']],
    ['The food was great and the service was slow', ['The food was great', 'and the service was slow']],
    ['I paid even though it broke', ['I paid', 'even though it broke']],
    ['I like it; it works', ['I like it', '; it works']],
    ['Fast delivery - poor packaging', ['Fast delivery', '- poor packaging']],
  ])('cuts "%s" where the speaker turns or states something new', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it.each([
    'The bill and the fee are wrong',
    'My wi-fi router is nothing but trouble',
    'I have not received it yet',
    'But why?',
  ])('leaves "%s" whole', (text) => {
    expect(clauses(text)).toEqual([text]);
  });

  it('cuts Chinese at commas and turns', () => {
    expect(clauses('信号很好，但是客服很差', 'zh')).toEqual(['信号很好，', '但是客服很差']);
  });
});
