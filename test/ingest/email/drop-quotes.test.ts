import { describe, expect, test } from 'vitest';
import { dropQuotes } from '../../../src/ingest/email/drop-quotes.ts';

const own = (text: string, isForward = false) => dropQuotes(text, isForward);

describe('a quote after an attribution is left out', () => {
  test.each([
    'On Mon, Apr 2, 2012 at 6:26 PM, Megan One <xxx@gmail.com> wrote:',
    'On 04/02/2012 06:26 PM, Megan One wrote:',
    'On Monday, 2 April 2012, at 18:26, Megan One with a very long name indeed\n<megan.one@some-long-domain.example>\nwrote:',
    'Am 02.04.2012 um 18:26 schrieb Megan One <megan@example.com>:',
    'Am Montag, 2. April 2012 schrieb Megan One:',
    'Le 2 avr. 2012 à 18:26, Megan One <megan@example.com> a écrit :',
    'El 2 abr 2012, a las 18:26, Megan One <megan@example.com> escribió:',
    'Il giorno 2 apr 2012, alle ore 18:26, Megan One ha scritto:',
    'Em 2 de abr de 2012, às 18:26, Megan One escreveu:',
    'Op 2 april 2012 om 18:26 schreef Megan One <megan@example.com>:',
    'Den 2 apr. 2012 18.26 skrev "Megan One" <megan@example.com>:',
    'W dniu 2012-04-02 18:26, Megan One napisał(a):',
    '02.04.2012 14:20 пользователь "Megan" <megan@example.com> написал:',
    '02.04.2012, 14:41, "Megan One" <megan@example.com>:',
    'Thu, 26 Jun 2014 14:00:51 +0400 от Megan <megan@example.com>:',
    'Megan One <megan@example.com> 于2012年4月2日周一 下午6:26写道：',
    '在 2012年4月2日，下午6:26，Megan One <megan@example.com> 写道：',
    'In article <123@example.com>, megan@example.com writes:',
  ])('%s', (attribution) => {
    expect(own(`It is still broken.\n\n${attribution}\n\n> Is it?\n> We wonder.`)).toBe('It is still broken.');
    expect(own(`It is still broken.\n\n${attribution}\n\nIs it?\nWe wonder.`)).toBe('It is still broken.');
  });
});

describe('a quote without an attribution is left out', () => {
  test.each([
    ['after a ruled-off line', '-----Original Message-----\nFrom: a@example.com\nSubject: x\n\nTheirs.'],
    ['after one in German', '-----Ursprüngliche Nachricht-----\nVon: a@example.com\nBetreff: x\n\nTheirs.'],
    ['after one in Chinese', '------------------ 原始邮件 ------------------\n发件人: a\n主题: x\n\n他们的'],
    ['after Outlook’s headers', 'From: Anna\nSent: Monday, 1 May 2024 10:00\nTo: Bob\nSubject: x\n\nTheirs.'],
    [
      'after a rule and headers',
      '________________________________\nFrom: Anna\nSent: Monday\nTo: Bob\nSubject: x\n\nTheirs.',
    ],
    ['after bold headers', '*From:* Anna\n*Sent:* Monday\n*To:* Bob\n*Subject:* x\n\nTheirs.'],
    ['after headers a blank line apart', 'From: Anna\n\nDate: Monday\n\nTo: Bob\n\nSubject: x\n\nTheirs.'],
    ['after German headers', 'Von: Anna\nGesendet: Montag\nAn: Bob\nBetreff: x\n\nDeren Text.'],
    ['after French headers', 'De : Anna\nEnvoyé : lundi\nÀ : Bob\nObjet : x\n\nLeur texte.'],
    ['after Chinese headers', '发件人：安娜\n发送时间：2024年5月1日\n收件人：客服\n主题：账单\n\n他们的'],
    ['after Lotus Notes’ headers', 'Anna Berg on 11/15/2000 06:10 PM\nTo: Bob\ncc:\nSubject: x\n\nTheirs.'],
    ['marked line by line', '> Theirs.\n>> and theirs before'],
  ])('%s', (_, quote) => {
    expect(own(`It is still broken.\n\n${quote}`)).toBe('It is still broken.');
  });

  test('and what is written below a marked quote, or between, stays', () => {
    const text = 'Anna wrote on 1 May 2024:\n> Is it broken?\nYes, it is.\n> Since when?\n\nSince Monday.';
    expect(own(text.replace('Anna wrote on 1 May 2024:', 'On 1 May 2024, Anna wrote:'))).toBe(
      'Yes, it is.\n\nSince Monday.',
    );
    expect(own('Anna Berg wrote:\n> Is it broken?\nYes.')).toBe('Yes.');
  });
});

describe('a forwarded mail stays', () => {
  test.each([
    [
      'by Gmail',
      '---------- Forwarded message ---------\nFrom: A <a@x.example>\nDate: Mon\nSubject: x\nTo: B\n\nTheir words.',
    ],
    ['by Apple Mail', 'Begin forwarded message:\n\n> From: A\n> Date: Mon\n> Subject: x\n> To: B\n>\n> Their words.'],
    ['in German', '-------- Weitergeleitete Nachricht --------\nBetreff: x\nDatum: Mo\nVon: A\nAn: B\n\nTheir words.'],
  ])('%s', (_, forwarded) => {
    expect(own(`Please look.\n\n${forwarded}`)).toBe('Please look.\n\nTheir words.');
    expect(own(forwarded)).toBe('Their words.');
  });

  test('where the subject says that it is forwarded', () => {
    const text = 'Please look.\n\n-----Original Message-----\nFrom: A\nSent: Monday\nTo: B\nSubject: x\n\nTheir words.';
    expect(own(text, true)).toBe('Please look.\n\nTheir words.');
    expect(own(text, false)).toBe('Please look.');
  });

  test('without what it quotes itself', () => {
    const text =
      '---------- Forwarded message ---------\nFrom: A\nDate: M\nSubject: x\n\nTheirs.\n\nOn 1 May 2024, C wrote:\n> Older.';
    expect(own(text)).toBe('Theirs.');
  });
});

describe('what only looks like a quote stays', () => {
  test.each([
    'Your colleague wrote:\nwe will call you back. Nobody did.',
    'From: what I was told, the date: of delivery was Monday.',
    'The letter said: pay now.\nI did.',
    'To: the manager\n\nI want my money back.',
    'Prices went up -> 20 %.',
  ])('%j', (text) => {
    expect(own(text)).toBe(text);
  });

  test('also a quote without marks at the very top, since nothing says where it ends', () => {
    expect(own('On 1 May 2024, Anna wrote:\nIs it broken?\n\nYes, it is.')).toBe('Is it broken?\n\nYes, it is.');
  });
});
