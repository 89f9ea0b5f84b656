import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Destination } from '../../../src/deliver/destination.ts';
import type { Database } from '../../../src/store/database.ts';
import { listCircuits } from '../../../src/store/deliveries/circuits.ts';
import { replayDeliveries } from '../../../src/store/deliveries/replay-deliveries.ts';
import { takeDeliveries } from '../../../src/store/deliveries/take-deliveries.ts';
import { deliverDue } from '../../../src/workers/deliver/deliver-due.ts';
import { testDatabases } from '../../support/engines.ts';
import { type HookServer, startHookServer } from '../../support/hook-server.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import {
  addTeam,
  type Clock,
  complain,
  createClock,
  deliveries,
  outboxOf,
  pipelineOf,
  teamMail,
  webhook,
} from './support.ts';

describe.each(testDatabases())('the outbox, on $name', ({ open }) => {
  let database: Database;
  let drop: () => Promise<void>;
  let hooks: HookServer;
  let mails: MailServer;
  let clock: Clock;
  let number = 0;

  beforeAll(async () => {
    ({ database, drop } = await open());
    hooks = await startHookServer();
    mails = await startMailServer();
  });
  beforeEach(async () => {
    clock = createClock();
    hooks.received.length = 0;
    hooks.answer = () => ({ status: 200, body: '{"ok":true}' });
    mails.received.length = 0;
    mails.refuse = null;
    await database.query('delete from deliveries');
    await database.query('delete from delivery_circuits');
  });
  afterEach(() => database.query('delete from users'));
  afterAll(async () => {
    await hooks.close();
    await mails.close();
    await drop();
  });

  const hook = (more: Partial<Destination> = {}) => ({ hook: { ...webhook, url: hooks.url, ...more } as Destination });
  const outbox = (destinations: Record<string, Destination>) =>
    outboxOf(database, pipelineOf(destinations), clock, mails.url);
  const open1 = (destinations: Record<string, Destination>, options: Parameters<typeof complain>[3] = {}) => {
    number += 1;
    return complain(database, clock, `I was charged twice, number ${number} of ${database.engine}.`, {
      ...options,
      cases: { destinations },
    });
  };
  /** Lets time pass in steps, delivering at each. */
  const wait = async (destinations: Record<string, Destination>, seconds: number, step = 10) => {
    for (let passed = 0; passed < seconds; passed += step) {
      clock.pass(step);
      await deliverDue(outbox(destinations));
    }
  };

  it('tells a webhook once, signed as Standard Webhooks has it', async () => {
    await open1(hook(), { document: { subject: 'My "bill" </script>' } });
    expect(await deliverDue(outbox(hook()))).toBe(1);
    expect(await deliverDue(outbox(hook()))).toBe(0);
    const [request] = hooks.received;
    const [row] = await deliveries(database);
    expect(row).toMatchObject({ state: 'sent', attempts: 1 });
    expect(request!.key).toBe(row!.key);
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request!.headers;
    const expected = createHmac('sha256', 'secret').update(`${id}.${at}.${request!.body}`).digest('base64');
    expect(signature).toBe(`v1,${expected}`);
    expect(Number(at)).toBe(clock.now().getTime() / 1000);
    expect(JSON.parse(request!.body)).toMatchObject({
      type: 'case.opened',
      data: { case: { team: 'billing', title: 'My "bill" </script>', score: 1, tags: [] }, text: { channel: 'email' } },
    });
  });

  it('writes nothing for a destination that is off or does not want it', async () => {
    await open1({
      ...hook({ on: false }),
      other: { ...webhook, teams: ['network'] },
      third: { ...webhook, tells: ['closed'] },
    });
    expect(await deliveries(database)).toEqual([]);
  });

  it('survives 500 for an hour: nothing is lost, nothing comes twice, and the destination is not hammered', async () => {
    hooks.answer = () => ({ status: 500 });
    for (let at = 0; at < 12; at += 1) await open1(hook());
    await wait(hook(), 3600, 30);
    expect((await deliveries(database)).every(({ state }) => state === 'failed' || state === 'waiting')).toBe(true);
    expect(hooks.received.length).toBeGreaterThan(12);
    expect(hooks.received.length).toBeLessThan(40);
    const [circuit] = await listCircuits(database);
    expect(circuit).toMatchObject({ destination: 'hook', reason: 'It answered 500.' });
    expect(circuit!.openUntil!.getTime()).toBeGreaterThan(clock.now().getTime() - 31_000);
    hooks.answer = () => ({ status: 200 });
    hooks.received.length = 0;
    await wait(hook(), 900, 30);
    expect(hooks.received.map(({ key }) => key).sort()).toEqual(
      (await deliveries(database)).map(({ key }) => key).sort(),
    );
    expect((await listCircuits(database))[0]).toMatchObject({ failures: 0, openUntil: null });
  });

  it.each([
    ['an error body', { status: 200, body: '{"error":"no such queue"}' }, 'says failure in "error"'],
    ['a body that says no', { status: 200, body: '{"success":false}' }, 'says failure in "success"'],
    ['a redirect that changes the method', { status: 302, headers: { location: '/elsewhere' } }, 'It answered 302.'],
    ['nothing at all', 'hang', 'did not answer within'],
    ['a broken connection', 'hang up', 'socket hang up'],
  ] as const)('takes %s for a failure and tries again under the same key', async (_, answer, reason) => {
    hooks.answer = () => answer as ReturnType<HookServer['answer']>;
    await open1(hook());
    const impatient = { ...outbox(hook()), delivery: pipelineOf(hook(), { timeoutSeconds: 0.3 }) };
    const { post } = outboxOf(database, impatient.delivery, clock);
    await deliverDue({ ...impatient, post });
    expect((await deliveries(database))[0]).toMatchObject({ state: 'failed', reason: expect.stringContaining(reason) });
    hooks.answer = () => ({ status: 204 });
    await wait(hook(), 30);
    expect((await deliveries(database))[0]).toMatchObject({ state: 'sent', attempts: 2 });
    const [first, second] = hooks.received;
    expect(second).toMatchObject({ key: first!.key, body: first!.body });
  });

  it('gives a delivery up where asking again would not help, and replays it on request', async () => {
    hooks.answer = () => ({ status: 422 });
    await open1(hook());
    await deliverDue(outbox(hook()));
    const [dead] = await deliveries(database);
    expect(dead).toMatchObject({ state: 'dead', reason: 'It answered 422.' });
    hooks.answer = () => ({ status: 200 });
    await wait(hook(), 600, 100);
    expect(hooks.received).toHaveLength(1);
    expect(await replayDeliveries(database, [dead!.id], clock.now())).toBe(1);
    await deliverDue(outbox(hook()));
    expect((await deliveries(database))[0]).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await replayDeliveries(database, 'all', clock.now())).toBe(0);
  });

  it('waits as long as it is asked to', async () => {
    hooks.answer = () => ({ status: 429, headers: { 'retry-after': '600' } });
    await open1(hook());
    await deliverDue(outbox(hook()));
    hooks.answer = () => ({ status: 200 });
    await wait(hook(), 590, 59);
    expect(hooks.received).toHaveLength(1);
    await wait(hook(), 20);
    expect(hooks.received).toHaveLength(2);
  });

  it('does not send more in a minute than the destination bears', async () => {
    const few = hook({ perMinute: 5 });
    for (let at = 0; at < 12; at += 1) await open1(few);
    expect(await deliverDue(outbox(few))).toBe(5);
    clock.pass(30);
    expect(await deliverDue(outbox(few))).toBe(0);
    clock.pass(31);
    expect(await deliverDue(outbox(few))).toBe(5);
  });

  it('takes up what another process left lying when it died', async () => {
    await open1(hook());
    const options = { destination: 'hook', perMinute: 100, limit: 8, leaseSeconds: 60, longestWaitSeconds: 86_400 };
    expect(await takeDeliveries(database, options, clock.now())).toHaveLength(1);
    clock.pass(59);
    expect(await deliverDue(outbox(hook()))).toBe(0);
    clock.pass(2);
    expect(await deliverDue(outbox(hook()))).toBe(1);
    expect(hooks.received).toHaveLength(1);
  });

  it('does not wait for a clock that was wrong by years', async () => {
    hooks.answer = () => ({ status: 500 });
    await open1(hook());
    clock.pass(10 * 365 * 86_400);
    await deliverDue(outbox(hook()));
    clock.pass(-10 * 365 * 86_400);
    hooks.answer = () => ({ status: 200 });
    expect(await deliverDue(outbox(hook()))).toBe(1);
    expect((await deliveries(database))[0]).toMatchObject({ state: 'sent' });
  });

  it('mails each member of the team, in one conversation a case, and bounces of one keep nothing from the others', async () => {
    const [ann, bob] = await addTeam(
      database,
      'billing',
      [
        ['ann', 'lead'],
        ['bob', 'analyst'],
      ],
      clock,
    );
    mails.refuse = (to) => (to === 'bob@shop.example' ? { code: 550, message: 'No such user' } : null);
    const mail = { 'team-mail': teamMail };
    await open1(mail, { document: { subject: 'Charged twice' } });
    await deliverDue(outbox(mail));
    const rows = await deliveries(database);
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'dead']);
    expect(rows.slice(1).map(({ key }) => key.split('/').at(-1))).toEqual([`user-${ann}`, `user-${bob}`]);
    const [received] = mails.received;
    expect(received!.recipients).toEqual(['ann@shop.example']);
    expect(received!.mail.subject).toMatch(/^\[Case \d+\] Charged twice$/);
    expect(received!.mail.text).toContain('https://earshot.shop.example/cases/');
    expect(received!.header('references')).toMatch(/^<earshot\.case-\d+@/);
    expect(received!.header('message-id')).toBe(`<${rows[1]!.reference}>`);
  });

  it('tells the managers of a team without members, and where there is nobody waits and says so', async () => {
    const mail = { 'team-mail': teamMail };
    await addTeam(database, 'billing', [], clock);
    await open1(mail);
    await deliverDue(outbox(mail));
    expect((await deliveries(database))[0]).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('The team "billing" has no members'),
    });
    await addTeam(database, 'other', [['max', 'manager']], clock);
    await wait(mail, 60);
    expect(mails.received.map(({ recipients }) => recipients)).toEqual([['max@shop.example']]);
  });
});
