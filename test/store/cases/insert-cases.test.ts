import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainCases } from '../../../src/store/cases/case-settings.ts';
import { changeCase } from '../../../src/store/cases/change-case.ts';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { caseEvents, findCase, findCaseOfText } from '../../../src/store/read/find-case.ts';
import { testDatabases } from '../../support/engines.ts';
import { rawText, route, understood } from '../../support/texts.ts';
import { type Clock, complain, createClock } from '../../workers/deliver/support.ts';

const together = { thread: true, sameTopicDays: 14 };

describe.each(testDatabases())('which complaints become one case, on $name', ({ open }) => {
  let database: Database;
  let drop: () => Promise<void>;
  let clock: Clock;
  let number = 0;
  beforeAll(async () => {
    ({ database, drop } = await open());
  });
  beforeEach(() => {
    clock = createClock();
  });
  afterAll(() => drop());

  type Options = NonNullable<Parameters<typeof complain>[3]>;
  const take = (options: Options = {}) => {
    number += 1;
    return complain(database, clock, `Complaint ${number}`, { ...options, cases: { together } });
  };
  const caseOf = async (documentId: number) => (await findCaseOfText(database, documentId))!.id;

  it('takes an answer in a conversation into its case, which becomes as urgent as the more urgent of both', async () => {
    const first = await take({ document: { threadId: 't-1' }, route: { priority: 'normal' } });
    const dueAt = new Date('2026-03-02T10:00:00Z');
    const second = await take({ document: { threadId: 't-1' }, route: { priority: 'urgent', dueAt, team: 'network' } });
    expect(await caseOf(second)).toBe(await caseOf(first));
    expect(await findCase(database, await caseOf(first))).toMatchObject({ priority: 'urgent', dueAt, team: 'billing' });
    const events = await caseEvents(database, await caseOf(first));
    expect(events.map(({ event }) => event)).toEqual(['opened', 'joined']);
    expect(events[1]!.detail).toEqual({ text: second, because: 'thread' });
  });

  it('takes the same customer with the same topic into one case for a fortnight, and no longer', async () => {
    const of = (customerId: string, day: string) =>
      take({ document: { customerId, receivedAt: new Date(`${day}T08:00:00Z`) } });
    const first = await of('c-9', '2026-02-01');
    const second = await of('c-9', '2026-02-14');
    const other = await of('c-10', '2026-02-02');
    const late = await of('c-9', '2026-03-20');
    expect(await caseOf(second)).toBe(await caseOf(first));
    expect(await caseOf(other)).not.toBe(await caseOf(first));
    expect(await caseOf(late)).not.toBe(await caseOf(first));
  });

  it('opens another where the first is closed, and wakes one that was only answered', async () => {
    const first = await take({ document: { threadId: 't-2' } });
    const id = await caseOf(first);
    await changeCase(database, { caseId: id, action: 'answer', actor: 'ann', team: null }, clock.now());
    const second = await take({ document: { threadId: 't-2' } });
    expect(await findCase(database, await caseOf(second))).toMatchObject({ id, state: 'accepted' });
    await changeCase(database, { caseId: id, action: 'close', actor: 'ann', team: null }, clock.now());
    const third = await take({ document: { threadId: 't-2' } });
    expect(await caseOf(third)).not.toBe(id);
    expect(await findCase(database, await caseOf(third))).toMatchObject({ state: 'open' });
  });

  it('finds those that belong together also within one batch, and saves a batch twice as once', async () => {
    const raws = ['x', 'y', 'z'].map((body) => rawText(`batch ${body} ${database.engine}`));
    const intakeId = await startIntake(database, 'batch', clock.now());
    await addRawTexts(database, intakeId, raws, clock.now());
    const results = raws.map((raw, at) =>
      understood(raw, { document: { threadId: at < 2 ? 't-batch' : null, customerId: null }, route: route() }),
    );
    const settings = { ...plainCases, together };
    expect(await saveResults(database, results, clock.now(), settings)).toMatchObject({ new: 3, opened: 2 });
    expect(await saveResults(database, results, clock.now(), settings)).toMatchObject({ new: 0, opened: 0 });
    const links = await database.query<{ case_id: number }>(
      'select l.case_id from case_documents l join documents d on d.id = l.document_id where d.raw_id = any($1) order by d.id',
      [raws.map(({ id }) => id)],
    );
    expect(links).toHaveLength(3);
    expect(new Set(links.map(({ case_id }) => case_id)).size).toBe(2);
  });

  it('keeps a case when the text that opened it goes, for the others in it', async () => {
    const first = await take({ document: { threadId: 't-3' } });
    const second = await take({ document: { threadId: 't-3' } });
    const id = await caseOf(first);
    await database.query('delete from documents where id = $1', [first]);
    expect(await findCaseOfText(database, second)).toMatchObject({ id, documentId: second });
  });
});
