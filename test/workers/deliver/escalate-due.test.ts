import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cases } from '../../../pipelines/cases.ts';
import { escalationSteps } from '../../../src/cases/escalation.ts';
import { changeCase } from '../../../src/store/cases/change-case.ts';
import type { Database } from '../../../src/store/database.ts';
import { caseEvents, findCaseOfText } from '../../../src/store/read/find-case.ts';
import { deliverDue } from '../../../src/workers/deliver/deliver-due.ts';
import { escalateDue } from '../../../src/workers/deliver/escalate-due.ts';
import { testDatabases } from '../../support/engines.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { addTeam, type Clock, complain, createClock, outboxOf, pipelineOf, teamMail } from './support.ts';

const plan = { ...cases.escalation, steps: escalationSteps(cases.escalation) };

describe.each(testDatabases())('what is late, on $name', ({ open }) => {
  let database: Database;
  let drop: () => Promise<void>;
  let mails: MailServer;
  let clock: Clock;
  const destinations = { 'team-mail': { ...teamMail, tells: ['escalated' as const] } };

  beforeAll(async () => {
    ({ database, drop } = await open());
    mails = await startMailServer();
    await addTeam(
      database,
      'billing',
      [
        ['lea', 'lead'],
        ['bob', 'analyst'],
        ['max', 'manager'],
      ],
      createClock(),
    );
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

  let number = 0;
  async function late(fields: NonNullable<Parameters<typeof complain>[3]> = {}): Promise<number> {
    number += 1;
    const text = await complain(database, clock, `Late ${number}`, fields);
    return (await findCaseOfText(database, text))!.id;
  }
  const escalate = () => escalateDue({ database, destinations, now: clock.now }, plan);
  const deliver = () => deliverDue(outboxOf(database, pipelineOf(destinations), clock, mails.url));
  const steps = async (id: number) =>
    (await caseEvents(database, id)).filter(({ event }) => event === 'escalated').map(({ detail }) => detail.step);

  it('is told to the members, then to the lead, then to the managers, each once', async () => {
    const id = await late();
    const told: string[][] = [];
    for (let hour = 0; hour < 40; hour += 1) {
      await escalate();
      await escalate();
      await deliver();
      told.push(
        mails.received
          .splice(0)
          .flatMap(({ recipients }) => recipients)
          .sort(),
      );
      clock.pass(3600);
    }
    expect(await steps(id)).toEqual(['due soon', 'overdue', 'long overdue']);
    expect(told[3]).toEqual(['bob@shop.example', 'lea@shop.example']);
    expect(told[4]).toEqual(['lea@shop.example']);
    expect(told[28]).toEqual(['max@shop.example']);
    expect(told.flat()).toHaveLength(4);
  });

  it('is told once by many who look at once, and whatever the clock does', async () => {
    const id = await late();
    clock.pass(5 * 3600);
    await Promise.all([escalate(), escalate(), escalate()]);
    clock.pass(-4 * 3600);
    await escalate();
    clock.pass(4 * 3600);
    await escalate();
    expect(await steps(id)).toEqual(['due soon', 'overdue']);
  });

  it('begins anew with another team, and stops when the case is answered', async () => {
    const id = await late();
    clock.pass(5 * 3600);
    await escalate();
    await changeCase(database, { caseId: id, action: 'reassign', actor: 'lea', team: 'network' }, clock.now());
    await escalate();
    expect(await steps(id)).toEqual(['due soon', 'overdue', 'due soon', 'overdue']);
    await changeCase(database, { caseId: id, action: 'answer', actor: 'lea', team: null }, clock.now());
    clock.pass(40 * 3600);
    await escalate();
    expect(await steps(id)).toHaveLength(4);
  });

  it('is no alarm where the text was late for weeks when it was brought in', async () => {
    const id = await late({ route: { dueAt: new Date('2025-11-01T00:00:00Z') } });
    expect(await escalate()).toBe(0);
    expect(await steps(id)).toEqual([]);
  });
});
