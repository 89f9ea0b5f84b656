import { describe, expect, it } from 'vitest';
import { answers } from '../../pipelines/answers.ts';
import { checkAnswers } from '../../src/deliver/check-answers.ts';
import { chooseAnswer } from '../../src/deliver/choose-answer.ts';
import { whyNoAnswer } from '../../src/deliver/why-no-answer.ts';
import { parseEmail } from '../../src/ingest/email/parse-email.ts';
import { rawText } from '../ingest/support.ts';

const templates = { any: { en: 'any', zh: '任何' }, billing: { en: 'bill' }, 'billing.refund': { en: 'refund' } };

describe('the words of an answer', () => {
  it.each([
    ['billing.refund', 'en', 'refund'],
    ['billing.overcharged', 'en', 'bill'],
    ['billing.overcharged', 'zh', '任何'],
    ['delivery', 'en', 'any'],
    [null, 'zh', '任何'],
    ['billing', 'de', null],
    ['constructor', 'toString', null],
  ])('for %s in %s are %s', (topic, language, words) => {
    expect(chooseAnswer(templates, topic, language)).toBe(words);
  });

  const topics = new Set(['billing', 'billing.refund']);
  const with_ = (more: object) => ({ ...answers, acknowledge: { ...answers.acknowledge, on: true, ...more } });

  it('are checked at start', () => {
    expect(() => checkAnswers(with_({}), topics)).not.toThrow();
    expect(() => checkAnswers(with_({ templates: { any: { en: '{{case.because}}' } } }), topics)).toThrow(
      /"acknowledge" for "any" in pipelines\/answers.ts in "en" names the unknown field "case.because". The fields are: case.id/,
    );
    expect(() => checkAnswers(with_({ templates: { colours: { en: '' } } }), topics)).toThrow(/names a topic/);
    expect(() => checkAnswers(with_({ templates: { any: { english: '' } } }), topics)).toThrow(/"english"/);
    expect(() => checkAnswers(with_({ mostADay: 0 }), topics)).toThrow(/"mostADay"/);
  });
});

describe('a mail', () => {
  const now = new Date('2024-06-01T12:00:00Z');
  async function why(headers: string, from = 'Ann <ann@home.example>') {
    const mail = `From: ${from}\nDate: Sat, 01 Jun 2024 09:00:00 +0000\nSubject: Bill\nMessage-ID: <a@b>\n${headers}\n\nI was charged twice.\n`;
    const { attributes, customerId, channel, receivedAt } = await parseEmail(
      rawText('eml', 'email', mail.replaceAll('\n\n\n', '\n\n')),
      {
        dropQuotes: true,
        dropSignatures: true,
      },
    );
    return whyNoAnswer(
      { attributes, customerId, channel, receivedAt },
      { own: 'earshot@shop.example', freshHours: 48, now },
    );
  }

  it('of a person may be answered, also where it carries a customer number', async () => {
    expect(await why('X-Mailer: Any')).toBeNull();
    expect(await why('Auto-Submitted: no')).toBeNull();
    expect(await why('X-Customer-Id: 4711')).toBeNull();
  });

  it.each([
    ['Auto-Submitted: auto-replied', 'A machine sent it.'],
    ['Auto-Submitted: auto-generated', 'A machine sent it.'],
    ['X-Autoreply: yes', 'A machine sent it.'],
    ['Precedence: auto_reply', 'A machine sent it.'],
    ['Return-Path: <>', 'A machine sent it.'],
    ['Precedence: bulk', 'It came by a mailing list'],
    ['Precedence: list', 'It came by a mailing list'],
    ['Precedence: junk', 'It came by a mailing list'],
    ['List-Id: <all.example>', 'It came by a mailing list'],
    ['List-Unsubscribe: <mailto:off@example.org>', 'It came by a mailing list'],
    ['X-Auto-Response-Suppress: All', 'It came by a mailing list'],
  ])('with %s is not answered', async (header, reason) => {
    expect(await why(header)).toContain(reason);
  });

  it.each([
    'MAILER-DAEMON@mx.example',
    'postmaster@home.example',
    'no-reply@bank.example',
    'noreply+17@bank.example',
    'do_not_reply@x.example',
    'bounces-17@list.example',
  ])('from %s is not answered', async (from) => expect(await why('X-Mailer: Any', from)).not.toBeNull());

  it('from ourselves, or from long ago, is not answered', async () => {
    expect(await why('X-Mailer: Any', 'Earshot@Shop.example')).toContain('our own address');
    const old = {
      attributes: {},
      customerId: 'ann@home.example',
      channel: 'email' as const,
      receivedAt: new Date('2024-05-01'),
    };
    expect(whyNoAnswer(old, { own: null, freshHours: 48, now })).toContain('too long ago');
    expect(whyNoAnswer({ ...old, channel: 'survey' }, { own: null, freshHours: 48, now })).toContain(
      'not come by mail',
    );
  });
});
