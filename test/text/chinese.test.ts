import { describe, expect, it } from 'vitest';
import { createChineseTokenizer } from '../../src/text/chinese.ts';
import { isDeniedInChinese } from '../../src/text/chinese-negation.ts';

const tokenize = createChineseTokenizer();
const all = (text: string) => tokenize(text).flatMap(({ tokens }) => tokens);
const negated = (text: string) =>
  all(text)
    .filter((token) => token.negated)
    .map((token) => token.text)
    .join('');

function denies(text: string, word: string): boolean {
  const tokens = all(text);
  const index = tokens.findIndex((token) => word.startsWith(token.text));
  if (index < 0) throw new Error(`"${word}" is no word of "${text}"`);
  const feelingOf = (token: { lower: string }) => (token.lower === '新鲜' ? 0.5 : 0);
  return isDeniedInChinese(tokens, index, { isOwn: () => false, feelingOf });
}

describe('the Chinese tokenizer', () => {
  it('ends sentences at Chinese marks and at the end of a line', () => {
    const text = '账单错了。为什么？“真差！”客服不接电话；我很生气\n请回复';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '账单错了。',
      '为什么？',
      '“真差！”',
      '客服不接电话；',
      '我很生气',
      '请回复',
    ]);
  });

  it('gives words, numbers and marks with exact offsets', () => {
    const text = ' 5G网速 太慢了，wifi也断 100 次😀！';
    for (const token of all(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    const pos = Object.fromEntries(all(text).map((token) => [token.text, token.pos]));
    expect(pos).toMatchObject({ wifi: 'X', '100': 'NUM', '，': 'PUNCT' });
  });

  it('reads a megabyte without a mark in a few seconds', () => {
    expect(tokenize('中文没有空格'.repeat(60_000)).length).toBeGreaterThan(800);
  });

  it('never cuts a character in two', () => {
    for (const token of all('😀'.repeat(1_001))) expect(token.text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });
});

describe('Chinese negation', () => {
  it.each([
    ['账单没有问题，信号很好', '问题'],
    ['我没有收到退款，客服不接电话', '收到退款接电话'],
    ['不但账单错了', ''],
    ['不得不换', ''],
    ['别人的网络很快', ''],
    ['非常差', ''],
    ['价格不贵 网速很快', '贵'],
    ['价格不便宜但是网速快', '便宜'],
  ])('in "%s" reaches "%s"', (text, expected) => {
    expect(negated(text)).toBe(expected);
  });

  it.each([
    ['账单没有问题', '问题'],
    ['我不想取消合约', '取消'],
    ['没有被重复扣费', '重复'],
    ['价格不贵', '贵'],
  ])('"%s" denies %s', (text, word) => {
    expect(denies(text, word)).toBe(true);
  });

  it.each([
    ['我没有收到退款', '退款'],
    ['还没有退款', '退款'],
    ['无法登录', '登录'],
    ['水果不新鲜', '新鲜'],
    ['家里没有信号', '信号'],
    ['千万别买这家的火龙果', '火龙果'],
    ['没人处理投诉', '投诉'],
    ['客服一直不解决问题', '问题'],
  ])('"%s" does not deny %s', (text, word) => {
    expect(denies(text, word)).toBe(false);
  });
});
