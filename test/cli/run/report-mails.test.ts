import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { intake } from '../../../pipelines/intake.ts';
import { reportMessage } from '../../../src/cli/run/report-mails.ts';
import { readConfig } from '../../../src/config.ts';
import { openMailer } from '../../../src/connect/mail/open-mailer.ts';
import type { Context } from '../../../src/context.ts';
import type { Database } from '../../../src/store/database.ts';
import { addSubscriber, listSubscribers, removeSubscriber } from '../../../src/store/subscribers/subscribers.ts';
import { mineRelations } from '../../../src/workers/nightly.ts';
import { mailReports, type ReportMailing } from '../../../src/workers/report-mails.ts';
import { testDatabases } from '../../support/engines.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { dayOf, lastDay, nightContext, now, tell } from '../../workers/night/support.ts';

const routing = { teams: {}, triage: 'care', dueHours: { urgent: 1, high: 2, normal: 3, low: 4 }, rules: [] };

describe.each(testDatabases())('reports by mail on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  let server: MailServer;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
    server = await startMailServer();
    await tell(
      db,
      'march',
      Array.from({ length: 60 }, (_, at) => ({ day: dayOf(at % 30), categories: ['fees'] })),
    );
  });
  beforeEach(() => {
    server.received.length = 0;
    server.refuse = null;
  });
  afterAll(async () => {
    await server.close();
    await drop();
  });

  const at = (moment: Date): ReportMailing => {
    const { models } = nightContext(db);
    const config = readConfig({ EARSHOT_URL: 'https://earshot.example' });
    const context = { config, models, routing, pipelines: { intake } } as unknown as Context;
    const mailer = openMailer({ url: server.url, from: 'Earshot <earshot@shop.example>' });
    return {
      ...{ database: db, log: pino({ level: 'silent' }), now: () => moment },
      send: async (mail) => void (await mailer.send(reportMessage(mail, context))),
    };
  };
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const recipients = () => server.received.flatMap((mail) => mail.recipients).sort();

  it('are none before a night has ended, or before anybody has subscribed', async () => {
    await addSubscriber(db, 'Ann@Shop.example', now);
    expect(await mailReports(at(now))).toBe(0);
    await mineRelations({ ...nightContext(db), now: () => now });
    expect(await addSubscriber(db, 'ann@shop.example', now)).toBe(false);
    await removeSubscriber(db, 'ann@shop.example');
    expect(await mailReports(at(now))).toBe(0);
    expect(server.received).toEqual([]);
  });

  it('go to each subscriber once, in words and as HTML, with one click to unsubscribe', async () => {
    await addSubscriber(db, 'ann@shop.example', now);
    await addSubscriber(db, 'bob@shop.example', now);
    expect(await mailReports(at(now))).toBe(2);
    expect(await mailReports(at(later(60)))).toBe(0);
    expect(recipients()).toEqual(['ann@shop.example', 'bob@shop.example']);
    const [mail] = server.received;
    expect(mail!.mail.subject).toBe('Report 31 Mar 2026: 2 texts, 0 moved');
    expect(mail!.mail.text).toContain('numbers checked, 0 differ');
    expect(mail!.mail.html).toContain('<h1>Report: 31 Mar 2026</h1>');
    expect(mail!.mail.html).toContain('href="https://earshot.example/texts?');
    expect(mail!.mail.html).not.toMatch(/<script|<link|<img/);
    expect(mail!.header('list-unsubscribe')).toMatch(/^<https:\/\/earshot\.example\/unsubscribe\?token=[\w-]{32}>$/);
    expect(mail!.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(new Set(server.received.map((one) => one.mail.messageId)).size).toBe(2);
    expect(await listSubscribers(db)).toMatchObject([{ lastDay }, { lastDay }]);
  });

  it('leave once though several processes look at the same time', async () => {
    await addSubscriber(db, 'cleo@shop.example', now);
    const sent = await Promise.all([mailReports(at(now)), mailReports(at(now)), mailReports(at(now))]);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(recipients()).toEqual(['cleo@shop.example']);
  });

  it('are tried again where the mail server stumbles, under the same Message-ID, and not where it refuses for good', async () => {
    await addSubscriber(db, 'dan@shop.example', now);
    await addSubscriber(db, 'eve@shop.example', now);
    server.refuse = (to) =>
      to.startsWith('dan') ? { code: 451, message: 'later' } : { code: 550, message: 'no such person' };
    expect(await mailReports(at(now))).toBe(0);
    server.refuse = null;
    expect(await mailReports(at(later(1)))).toBe(0);
    expect(await mailReports(at(later(6)))).toBe(1);
    expect(recipients()).toEqual(['dan@shop.example']);
    const rows = await db.query('select email, state, attempts from report_mails where attempts > 1 or state = $1', [
      'refused',
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        { email: 'dan@shop.example', state: 'sent', attempts: 2 },
        { email: 'eve@shop.example', state: 'refused', attempts: 1 },
      ]),
    );
  });

  it('that were taken, but whose sending was cut off, carry one Message-ID both times', async () => {
    await addSubscriber(db, 'flo@shop.example', now);
    server.hangUpAfterTaking = true;
    expect(await mailReports(at(now))).toBe(0);
    server.hangUpAfterTaking = false;
    expect(await mailReports(at(later(6)))).toBe(1);
    const ids = server.received
      .filter((mail) => mail.recipients[0]!.startsWith('flo'))
      .map((one) => one.mail.messageId);
    expect(ids.length).toBe(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('are not sent of nights long past', async () => {
    await addSubscriber(db, 'gil@shop.example', now);
    expect(await mailReports(at(later(60 * 48)))).toBe(0);
    expect(server.received).toEqual([]);
  });
});
