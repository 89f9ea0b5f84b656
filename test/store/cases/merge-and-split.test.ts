import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeCase } from '../../../src/store/cases/change-case.ts';
import { editCase } from '../../../src/store/cases/edit-case.ts';
import { mergeCases } from '../../../src/store/cases/merge-cases.ts';
import { splitCase } from '../../../src/store/cases/split-case.ts';
import type { Database } from '../../../src/store/database.ts';
import { caseEvents, findCase, findCaseOfText } from '../../../src/store/read/find-case.ts';
import { testDatabases } from '../../support/engines.ts';
import { addTeam, type Clock, complain, createClock } from '../../workers/deliver/support.ts';

describe.each(testDatabases())('cases that are brought together and apart, on $name', ({ open }) => {
  let database: Database;
  let drop: () => Promise<void>;
  let clock: Clock;
  let number = 0;
  const actor = 'ann';
  beforeAll(async () => {
    ({ database, drop } = await open());
  });
  beforeEach(() => {
    clock = createClock();
  });
  afterAll(() => drop());

  async function openCase(): Promise<{ id: number; text: number }> {
    number += 1;
    const text = await complain(database, clock, `Matter ${number}`);
    return { text, id: (await findCaseOfText(database, text))!.id };
  }
  const caseOf = async (text: number) => (await findCaseOfText(database, text))!.id;

  it('a merged case gives its texts away, is closed, and says where they went', async () => {
    const [one, two] = [await openCase(), await openCase()];
    expect(
      await mergeCases(database, { caseId: two.id, into: one.id, actor, note: 'the same bill' }, clock.now()),
    ).toBe('changed');
    expect(await caseOf(two.text)).toBe(one.id);
    expect(await findCase(database, two.id)).toMatchObject({ state: 'closed', mergedInto: one.id });
    expect((await caseEvents(database, two.id)).at(-1)).toMatchObject({
      event: 'merged',
      detail: { into: one.id, note: 'the same bill' },
    });
    expect((await caseEvents(database, one.id)).at(-1)).toMatchObject({ event: 'took in', detail: { other: two.id } });
    const reopen = { caseId: two.id, action: 'reopen' as const, actor, team: null };
    expect(await changeCase(database, reopen, clock.now())).toBe('refused');
  });

  it('a text that is split off gets its own case back, or a new one', async () => {
    const [one, two] = [await openCase(), await openCase()];
    await mergeCases(database, { caseId: two.id, into: one.id, actor }, clock.now());
    expect(await splitCase(database, { caseId: one.id, documentId: two.text, actor }, clock.now())).toBe('changed');
    expect(await caseOf(two.text)).toBe(two.id);
    expect(await findCase(database, two.id)).toMatchObject({ state: 'open', mergedInto: null });
    expect(await splitCase(database, { caseId: one.id, documentId: one.text, actor }, clock.now())).toBe('refused');
    const cases = { together: { thread: true, sameTopicDays: 0 } };
    const first = await complain(database, clock, `Thread a ${database.engine}`, {
      document: { threadId: 'a' },
      cases,
    });
    const second = await complain(database, clock, `Thread b ${database.engine}`, {
      document: { threadId: 'a' },
      cases,
    });
    const shared = await caseOf(first);
    expect(await splitCase(database, { caseId: shared, documentId: second, actor }, clock.now())).toBe('changed');
    expect(await caseOf(second)).not.toBe(shared);
    expect(await findCase(database, await caseOf(second))).toMatchObject({
      team: 'billing',
      state: 'open',
      sentences: [],
    });
  });

  it('no case is merged into itself, into a closed one, or into one that is not there', async () => {
    const [one, two] = [await openCase(), await openCase()];
    const merge = (into: number) => mergeCases(database, { caseId: one.id, into, actor }, clock.now());
    await changeCase(database, { caseId: two.id, action: 'close', actor, team: null }, clock.now());
    expect(await merge(one.id)).toBe('refused');
    expect(await merge(two.id)).toBe('refused');
    expect(await merge(999_999)).toBe('refused');
    expect(await findCase(database, one.id)).toMatchObject({ state: 'open' });
  });

  it('two who merge two cases into each other leave one of them open', async () => {
    const [one, two] = [await openCase(), await openCase()];
    const outcomes = await Promise.all([
      mergeCases(database, { caseId: one.id, into: two.id, actor }, clock.now()),
      mergeCases(database, { caseId: two.id, into: one.id, actor }, clock.now()),
    ]);
    expect(outcomes.sort()).toEqual(['changed', 'refused']);
    expect(await caseOf(one.text)).toBe(await caseOf(two.text));
  });

  it('owner, due time, tags and notes are set and remembered; what somebody else changed meanwhile is refused', async () => {
    const { id } = await openCase();
    const [userId] = await addTeam(database, `team-${id}`, [[`ann${id}`, 'analyst']], clock);
    const dueAt = new Date('2026-03-09T12:00:00Z');
    const edit = {
      caseId: id,
      actor,
      owner: { userId: userId!, name: 'Ann' },
      dueAt,
      tags: ['refund'],
      note: 'called',
    };
    expect(await editCase(database, { ...edit, version: 1 }, clock.now())).toBe('changed');
    expect(await findCase(database, id)).toMatchObject({ ownerId: userId, dueAt, tags: ['refund'], version: 2 });
    expect((await caseEvents(database, id)).map(({ event }) => event)).toEqual(['opened', 'owned', 'due', 'tagged']);
    expect(await editCase(database, { caseId: id, actor, note: 'late', version: 1 }, clock.now())).toBe('stale');
    const close = { caseId: id, action: 'close' as const, actor, team: null, version: 1 };
    expect(await changeCase(database, close, clock.now())).toBe('stale');
    expect(await findCase(database, id)).toMatchObject({ state: 'open' });
    expect(await editCase(database, { caseId: id, actor, note: 'now' }, clock.now())).toBe('changed');
    expect((await caseEvents(database, id)).at(-1)).toMatchObject({ event: 'noted', detail: { note: 'now' } });
  });
});
