import { describe, expect, it } from 'vitest';
import { longestText, scanWords } from '../../../../src/classify/learn/grams/scan.ts';

const wordsOf = (text: string) => scanWords(text).map((word) => word.text);

describe('the words of a text', () => {
  it('are lower case, with apostrophes inside and each mark by itself', () => {
    expect(wordsOf("I DIDN'T pay £12, OK?!")).toEqual(['i', "didn't", 'pay', '£', '12', ',', 'ok', '?', '!']);
  });

  it('are single ideographs and kana where a script has no spaces', () => {
    expect(wordsOf('房间很大 OK')).toEqual(['房', '间', '很', '大', 'ok']);
    expect(scanWords('大').map(({ kind }) => kind)).toEqual(['ideograph']);
  });

  it('keep an emoji whole, and are unified where compatibility forms differ', () => {
    expect(wordsOf('ﬁne 😀 ＡＢＣ ❤️')).toEqual(['fine', '😀', 'abc', '❤']);
  });

  it('are found where they were written, whatever unifying makes of them', () => {
    const text = '½ ﬁne, ＡＢＣ…😀 naïve';
    for (const { text: word, start, end } of scanWords(text)) {
      expect(text.slice(start, end).normalize('NFKC').toLowerCase()).toBe(word);
    }
  });

  it('end where a text is longer than anybody reads', () => {
    expect(scanWords('a '.repeat(longestText)).at(-1)!.end).toBeLessThanOrEqual(longestText);
    expect(scanWords(' \t\n')).toEqual([]);
  });
});
