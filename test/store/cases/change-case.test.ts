import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsIn } from '../../../src/cases/actions.ts';
import { type CaseChange, changeCase } from '../../../src/store/cases/change-case.ts';
import type { Database } from '../../../src/store/database.ts';
import { caseEvents, findCase } from '../../../src/store/read/find-case.ts';
import { createCorpus } from '../../api/support/corpus.ts';
import { addTexts, now } from '../../api/support/seed.ts';
import { testDatabases } from '../../support/engines.ts';

describe.each(testDatabases())('a case, on $name', ({ open }) => {
  let database: Database;
  let drop: () => Promise<void>;
  let ids: number[];

  beforeAll(async () => {
    ({ database, drop } = await open());
    await addTexts(database, createCorpus(60));
    ids = (await database.query<{ id: number }>('select id from cases order by id')).map(({ id }) => id);
  });
  afterAll(() => drop());

  const change = (caseId: number, action: CaseChange['action'], more: Partial<CaseChange> = {}) =>
    changeCase(database, { caseId, action, actor: 'browser', note: '', team: null, ...more }, now);

  it('is accepted, closed and opened again, and remembers each with its note', async () => {
    const [id = 0] = ids;
    expect(await change(id, 'accept')).toBe('changed');
    expect(await change(id, 'close', { note: 'Money sent back.' })).toBe('changed');
    expect(await change(id, 'reopen')).toBe('changed');
    expect((await findCase(database, id))?.state).toBe('open');
    const events = await caseEvents(database, id);
    expect(events.map(({ event }) => event)).toEqual(['opened', 'accepted', 'closed', 'reopened']);
    expect(events[2]).toMatchObject({ actor: 'browser', at: now, detail: { note: 'Money sent back.' } });
  });

  it('goes to another department, where it is open again', async () => {
    const [, id = 0] = ids;
    const before = (await findCase(database, id))?.team;
    const team = before === 'billing' ? 'logistics' : 'billing';
    await change(id, 'accept');
    expect(await change(id, 'reassign', { team })).toBe('changed');
    expect(await findCase(database, id)).toMatchObject({ team, state: 'open' });
    expect((await caseEvents(database, id)).at(-1)).toMatchObject({
      event: 'reassigned',
      detail: { from: before, to: team },
    });
  });

  it('refuses what its state does not allow, and writes nothing then', async () => {
    const [, , id = 0] = ids;
    expect(await change(id, 'reopen')).toBe('refused');
    await change(id, 'close');
    expect(await change(id, 'accept')).toBe('refused');
    expect(await change(id, 'reassign', { team: 'billing' })).toBe('refused');
    expect((await caseEvents(database, id)).map(({ event }) => event)).toEqual(['opened', 'closed']);
  });

  it('is not sent to the department that has it', async () => {
    const [, , , id = 0] = ids;
    const team = (await findCase(database, id))?.team ?? '';
    expect(await change(id, 'reassign', { team })).toBe('refused');
  });

  it('is changed by one of two who do the same at once', async () => {
    const [, , , , id = 0] = ids;
    const outcomes = await Promise.all([change(id, 'accept'), change(id, 'accept')]);
    expect(outcomes.sort()).toEqual(['changed', 'refused']);
    expect((await caseEvents(database, id)).map(({ event }) => event)).toEqual(['opened', 'accepted']);
  });

  it('that does not exist is missing', async () => {
    expect(await change(999_999, 'accept')).toBe('missing');
  });
});

describe('what can be done with a case', () => {
  it('hangs on its state', () => {
    expect(actionsIn('open')).toEqual(['accept', 'answer', 'close', 'reassign']);
    expect(actionsIn('accepted')).toEqual(['answer', 'close', 'reassign']);
    expect(actionsIn('answered')).toEqual(['answer', 'close', 'reopen', 'reassign']);
    expect(actionsIn('closed')).toEqual(['reopen']);
    expect(actionsIn('closed', 7)).toEqual([]);
  });
});
