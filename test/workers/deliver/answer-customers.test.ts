import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answers } from '../../../pipelines/answers.ts';
import { changeCase } from '../../../src/store/cases/change-case.ts';
import type { Database } from '../../../src/store/database.ts';
import { findCaseOfText } from '../../../src/store/read/find-case.ts';
import { deliverDue } from '../../../src/workers/deliver/deliver-due.ts';
import { testDatabases } from '../../support/engines.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { type Clock, complain, createClock, deliveries, outboxOf, pipelineOf } from './support.ts';

const destinations = {
  customer: { on: true, by: 'customer', tells: ['opened', 'answered'], perMinute: 1000 },
} as const;
const mutable = { customer: { ...destinations.customer, tells: [...destinations.customer.tells] } };
const on = { ...answers, acknowledge: { ...answers.acknowledge, on: true } };

describe.each(testDatabases())('what customers are written, on $name', ({ open }) => {
  let database: Database;
  let drop: () => Promise<void>;
  let mails: MailServer;
  let clock: Clock;
  let number = 0;
  beforeAll(async () => {
    ({ database, drop } = await open());
    mails = await startMailServer();
  });
  beforeEach(async () => {
    clock = createClock();
    mails.received.length = 0;
    await database.query('delete from cases');
  });
  afterAll(async () => {
    await mails.close();
    await drop();
  });

  async function write(customerId: string, document: object = {}): Promise<number> {
    number += 1;
    const fields = {
      customerId,
      externalId: `m${number}@home.example`,
      threadId: 'root@home.example',
      subject: 'Re: My bill',
      ...document,
    };
    const text = await complain(database, clock, `Charged twice ${number}`, {
      document: fields,
      cases: { destinations: mutable },
    });
    return (await findCaseOfText(database, text))!.id;
  }
  const deliver = (pipeline = on) =>
    deliverDue({ ...outboxOf(database, pipelineOf(mutable), clock, mails.url), answers: pipeline });

  it('acknowledges a complaint in its conversation and language, so that no machine answers back', async () => {
    const id = await write('ann@home.example');
    await write('li@home.example', { language: 'zh' });
    await deliver();
    const [english, chinese] = mails.received.toSorted((a, b) => a.recipients[0]!.localeCompare(b.recipients[0]!));
    expect(english!.recipients).toEqual(['ann@home.example']);
    expect(english!.returnPath).toBe('');
    expect(english!.mail.subject).toBe('Re: My bill');
    expect(english!.mail.text).toContain(`case ${id}, and Billing`);
    expect(english!.header('in-reply-to')).toMatch(/^<m\d+@home\.example>$/);
    expect(english!.header('references')).toContain('<root@home.example>');
    expect(english!.header('auto-submitted')).toBe('auto-replied');
    expect(chinese!.mail.text).toContain('感谢您的来信');
  });

  it('writes to one address no more often a day than is set, whoever asks at the same time', async () => {
    for (let at = 0; at < 5; at += 1) await write('Ann@home.example');
    await Promise.all([deliver(), deliver()]);
    expect(mails.received).toHaveLength(1);
    const states = (await deliveries(database)).map(({ state }) => state).sort();
    expect(states).toEqual(['dropped', 'dropped', 'dropped', 'dropped', 'sent']);
    clock.pass(25 * 3600);
    await write('ann@home.example');
    await deliver();
    expect(mails.received).toHaveLength(2);
  });

  it('does not answer a machine, a list, an import, a foreign language, or anybody while it is off', async () => {
    await write('bot@home.example', { attributes: { automatic: 'yes' } });
    await write('list@home.example', { attributes: { 'mass mail': 'yes' } });
    await write('old@home.example', { receivedAt: new Date('2025-01-01T00:00:00Z') });
    await write('fr@home.example', { language: 'fr' });
    await write('4711');
    await deliver();
    await write('ann@home.example');
    await deliver(answers);
    expect(mails.received).toEqual([]);
    expect((await deliveries(database)).map(({ state, reason }) => [state, reason])).toEqual([
      ['dropped', 'A machine sent it.'],
      ['dropped', 'It came by a mailing list, or as mass mail.'],
      ['dropped', 'It was received too long ago.'],
      ['dropped', 'There are no words in the language "fr".'],
      ['dropped', 'No mail address of the customer is known.'],
      ['dropped', 'Customers are not written to about this.'],
    ]);
  });

  it('sends what a person answered, as from a person', async () => {
    const id = await write('ann@home.example');
    const change = {
      caseId: id,
      action: 'answer' as const,
      actor: 'bob',
      team: null,
      answer: 'The money is on its way.',
    };
    await changeCase(database, change, clock.now(), mutable);
    await deliver(answers);
    expect(mails.received).toHaveLength(1);
    expect(mails.received[0]!.mail.text).toContain('The money is on its way.');
    expect(mails.received[0]!.header('auto-submitted')).toBeNull();
    expect(mails.received[0]!.returnPath).toBe('earshot@shop.example');
  });
});
