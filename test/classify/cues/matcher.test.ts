import { describe, expect, it } from 'vitest';
import { createCueMatcher } from '../../../src/classify/cues/matcher.ts';
import { createTokenizer } from '../../../src/text/tokenize.ts';
import { category, taxonomy } from '../support.ts';

const tokenize = createTokenizer();

/** `category:words`, with `!` before it where it is negated. */
function matches(text: string, cues: Record<string, string[]>, not: Record<string, string[]> = {}): string[] {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const categories = Object.entries(cues).map(([id, list]) => category({ id, cues: list, not: not[id] ?? [] }));
  const match = createCueMatcher(taxonomy(categories));
  return tokenize(text, language)!
    .flatMap((sentence) => match(text, sentence, language))
    .map(
      ({ category: { id }, start, end, polarity }) =>
        `${polarity === 'negated' ? '!' : ''}${id}:${text.slice(start, end)}`,
    );
}

describe('a cue', () => {
  it.each([
    ['charged twice', 'I was Charged TWICE.', 'Charged TWICE'],
    ['~charge', 'They keep charging me.', 'charging'],
    ['bill|invoice', 'The invoice is wrong.', 'invoice'],
    ['refund*', 'Are these refundable?', 'refundable'],
    ['is a an? absolute joke', 'This is an absolute joke', null],
    ['is an? absolute joke', 'This is an absolute joke', 'is an absolute joke'],
    ['is an? absolute joke', 'This is absolute joke', 'is absolute joke'],
    ['~charge ... twice', 'I was charged for it twice', 'charged for it twice'],
    ['~charge ... twice', 'I was charged for the same thing again and twice', null],
    ['~charge ... twice', 'I was charged. Not twice.', null],
    ['ADJ signal', 'We have terrible signal here', 'terrible signal'],
    ['ADJ signal', 'We have the signal here', null],
    ['~switch to PROPN', 'We switched to Vodafone', 'switched to Vodafone'],
    ['NUM hours', 'I waited 3 hours', '3 hours'],
    ['bill', 'The billing was fine', null],
    ["can't log in", 'I cannot log in', 'cannot log in'],
    ["can't log in", 'I cant log in', 'cant log in'],
    ["can't log in", 'I can’t log in', 'can’t log in'],
    ["doesn't|didn't work", 'it does not work', 'does not work'],
    ['wi-fi', 'My WiFi, my Wi-Fi', 'Wi-Fi'],
    ['wi fi', 'My Wi-Fi', 'Wi-Fi'],
    ['sign up', 'I tried to sign-up', 'sign-up'],
    ['router modem', 'the router/modem died', 'router/modem'],
    ['5g', 'no 5G here', '5G'],
    ['5g', 'no 5 G here', '5 G'],
    ['10 am', 'come at 10am', '10am'],
    ['#comcast', 'thanks @comcast', '@comcast'],
    ['comcast', 'thanks @comcast', '@comcast'],
    ['bank app', "my bank's app died", "bank's app"],
    ['how much ?', 'how much?', 'how much?'],
    ['helpful and|, kind', 'so helpful, kind', 'helpful, kind'],
    ['at&t', 'from AT&T now', 'AT&T'],
    ['not happy', 'I am “not” happy', 'not” happy'],
  ])('"%s" in "%s" finds %j', (cue, text, expected) => {
    const found = matches(text, { it: [cue] }).map((match) => match.replace(/^!?it:/, ''));
    expect(found).toEqual(expected === null ? [] : [expected]);
  });

  it('is found by its nearest words, from either side of its rarest', () => {
    expect(matches('it was wrong and wrong again', { it: ['was ... wrong'] })).toEqual(['it:was wrong']);
    expect(matches('no no no no reply', { it: ['no ... reply'] })).toEqual(['it:no reply']);
  });

  it.each([
    ['信号差', '我家信号差。', '信号差'],
    ['信号...差', '信号真的很差', '信号真的很差'],
    ['信号...差', '信号很好。态度差', null],
    ['信号...差', '信号一二三四五六七八差', '信号一二三四五六七八差'],
    ['信号...差', '信号一二三四五六七八九差', null],
    ['扣费|收费', '乱收费', '收费'],
    ['wifi 慢', '我的WiFi慢', 'WiFi慢'],
    ['app', '我的APP打不开', 'APP'],
  ])('in Chinese, "%s" in "%s" finds %j', (cue, text, expected) => {
    expect(matches(text, { it: [cue] })).toEqual(expected === null ? [] : [`it:${expected}`]);
  });
});

describe('the matches of a sentence', () => {
  it('keep the longest of one category and let categories share words', () => {
    const cues = { charge: ['~charge', '~charge twice'], double: ['twice'] };
    expect(matches('I was charged twice', cues)).toEqual(['charge:charged twice', 'double:twice']);
  });

  it('leave out what a category below says more exactly', () => {
    const cues = { billing: ['~charge', 'bill'], 'billing.twice': ['~charge twice'] };
    expect(matches('The bill: I was charged twice', cues)).toEqual(['billing:bill', 'billing.twice:charged twice']);
  });

  it('keep it where what is below is only denied', () => {
    const cues = { net: ['internet'], 'net.outage': ['internet ... ~go|gone down'] };
    expect(matches('The internet has not gone down', cues)).toEqual([
      '!net.outage:internet has not gone down',
      'net:internet',
    ]);
    expect(matches('The internet has gone down', cues)).toEqual(['net.outage:internet has gone down']);
  });

  it('drop what stands beside an exclusion, up to two words away', () => {
    const run = (text: string) => matches(text, { charge: ['~charge'] }, { charge: ['free of charge', 'phone'] });
    expect(run('It is free of charge')).toEqual([]);
    expect(run('I want to charge my phone')).toEqual([]);
    expect(run('I want to charge my new phone')).toEqual([]);
    expect(run('I want to charge my nice new phone')).toEqual(['charge:charge']);
    expect(run('They charge too much. My phone is fine.')).toEqual(['charge:charge']);
  });

  it('leave other categories alone where one is excluded', () => {
    expect(matches('free of charge', { charge: ['charge'], price: ['charge'] }, { charge: ['free'] })).toEqual([
      'price:charge',
    ]);
  });

  it('say when the sentence denies them', () => {
    const cues = { bill: ['~bill'], twice: ['~charge ... twice'], signal: ['signal'], none: ['no signal'] };
    expect(matches('No problem with the bill', cues)).toEqual(['!bill:bill']);
    expect(matches('I was not charged twice', cues)).toEqual(['!twice:charged twice']);
    expect(matches('Not only was the bill wrong', cues)).toEqual(['bill:bill']);
    expect(matches('I do not understand why I was charged twice', cues)).toEqual(['twice:charged twice']);
    expect(matches('no signal', cues)).toEqual(['none:no signal', '!signal:signal']);
  });

  it('see a negation inside a gap, which the cue does not name', () => {
    expect(matches('The bill is wrong', { it: ['bill ... wrong'] })).toEqual(['it:bill is wrong']);
    expect(matches('The bill is not wrong', { it: ['bill ... wrong'] })).toEqual(['!it:bill is not wrong']);
    expect(matches('The bill is not wrong', { it: ['bill is not wrong'] })).toEqual(['it:bill is not wrong']);
  });

  it('say when a Chinese sentence denies them', () => {
    expect(matches('账单没有问题', { problem: ['问题'], bill: ['账单'] })).toEqual(['bill:账单', '!problem:问题']);
    expect(matches('我家没有信号', { it: ['没有信号'] })).toEqual(['it:没有信号']);
  });
});

describe('the index of cues', () => {
  it('costs no more for a thousand times the cues', () => {
    const few = [category({ id: 'real', cues: ['charged twice'] })];
    const letters = (i: number) => String.fromCharCode(...[...String(i)].map((digit) => 97 + Number(digit)));
    const many = [
      ...few,
      ...Array.from({ length: 5_000 }, (_, i) => category({ id: `c${i}`, cues: [`zz${letters(i)} thing`] })),
    ];
    const text = 'I was charged twice for the thing that came on Monday. '.repeat(10);
    const sentences = tokenize(text, 'en')!;
    const seconds = (categories: typeof few) => {
      const match = createCueMatcher(taxonomy(categories));
      const run = () => sentences.flatMap((sentence) => match(text, sentence, 'en')).length;
      for (let i = 0; i < 200; i++) expect(run()).toBe(10);
      const started = process.cpuUsage();
      for (let i = 0; i < 1_000; i++) run();
      return process.cpuUsage(started).user;
    };
    expect(seconds(many)).toBeLessThan(5 * seconds(few));
  });
});
