import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../dashboards/views/departments.ts';
import type { Database } from '../../src/store/database.ts';
import { findCaseOfText } from '../../src/store/read/find-case.ts';
import { testDatabases } from '../support/engines.ts';
import { addTeam, complain, createClock } from '../workers/deliver/support.ts';
import { openWorld, type World } from './support/world.ts';

const [engine] = testDatabases();

describe('what people do with a case', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let world: World;
  const clock = createClock();
  let number = 0;
  beforeAll(async () => {
    ({ database, drop } = await engine!.open());
    world = await openWorld(database);
  });
  afterAll(async () => {
    await world.close();
    await drop();
  });

  const complaint = async (more: Parameters<typeof complain>[3] = {}) => {
    number += 1;
    const text = await complain(database, clock, `The bill is wrong, number ${number}`, more);
    return { text, id: (await findCaseOfText(database, text))!.id };
  };
  const act = async (id: number, action: string, payload: object = {}) => {
    const response = await world.ask({ method: 'POST', url: `/api/cases/${id}/${action}`, payload });
    return { status: response.statusCode, view: response.json() as CaseView & { message: string } };
  };

  it('is accepted, answered and closed, with words in its history', async () => {
    const { id } = await complaint();
    await act(id, 'accept', { version: 1 });
    const { view } = await act(id, 'answer', { version: 2, answer: 'The money is on its way.', note: 'by phone' });
    expect(view).toMatchObject({ case: { state: 'answered' }, version: 3 });
    expect(view.events.at(-1)).toMatchObject({ event: 'answered', note: 'The money is on its way. by phone' });
    expect((await act(id, 'close')).view.case.state).toBe('closed');
    expect((await act(id, 'accept')).status).toBe(409);
  });

  it('is refused with words where somebody else changed it meanwhile', async () => {
    const { id } = await complaint();
    await act(id, 'accept', { version: 1 });
    const late = await act(id, 'close', { version: 1 });
    expect(late.status).toBe(409);
    expect(late.view.message).toBe(
      `Somebody else changed case ${id} while you looked at it. Look at it again, then decide.`,
    );
    const page = await world.ask(`/cases/${id}`);
    expect(page.body).toContain('<input type="hidden" name="version" value="2">');
    const form = { method: 'POST', url: `/cases/${id}/close`, payload: 'version=1&note=x' } as const;
    const stale = await world.ask({ ...form, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('Somebody else changed case');
  });

  it('gets an owner of its department, a due time and tags', async () => {
    const { id } = await complaint();
    const [ann] = await addTeam(database, 'billing', [['ann', 'lead']], clock);
    expect((await act(id, 'own', { owner: String(ann) })).view.owner).toBe('ann');
    expect((await act(id, 'own', { owner: '999' })).status).toBe(400);
    expect((await act(id, 'due', { dueAt: '2026-03-31T17:00' })).view.case.dueAt).toBe('2026-03-31T17:00:00.000Z');
    expect((await act(id, 'due', { dueAt: '2026-02-31T99:00' })).status).toBe(400);
    expect((await act(id, 'tag', { tags: 'refund, <b>, refund' })).view.tags).toEqual(['refund', '<b>']);
    const page = (await world.ask(`/cases/${id}`)).body;
    expect(page).toContain('ann looks after it.');
    expect(page).toContain('&lt;b&gt;');
    expect((await act(id, 'note', { note: ' ' })).status).toBe(400);
  });

  it('is merged into another and split again', async () => {
    const [one, two] = [await complaint(), await complaint()];
    expect((await act(two.id, 'merge', { into: 999_999 })).status).toBe(404);
    expect((await act(two.id, 'merge', {})).status).toBe(400);
    const merged = (await act(two.id, 'merge', { into: one.id })).view;
    expect(merged).toMatchObject({ case: { state: 'closed' }, mergedInto: { id: one.id }, actions: [] });
    expect((await world.ask(`/cases/${two.id}`)).body).toContain(`Its texts went to <a href="/cases/${one.id}">`);
    const page = (await world.ask(`/cases/${one.id}`)).body;
    expect(page).toContain('Its complaints');
    expect(page).toContain(`name="text" value="${two.text}"`);
    expect((await act(one.id, 'split', { text: two.text })).view.texts).toHaveLength(1);
    expect((await act(two.id, 'note', { note: 'back' })).view.case.state).toBe('open');
  });

  it('offers words to answer with, of the topic and in the language, where they are on', async () => {
    const { id } = await complaint({ document: { language: 'zh' } });
    const templates = { any: { en: 'Hello' }, bill: { zh: '您好，第 {{case.id}} 号，{{case.teamName}}' } };
    expect((await act(id, 'note', { note: 'x' })).view.suggestion).toBeNull();
    world.services.suggest = { on: true, templates };
    expect((await act(id, 'note', { note: 'y' })).view).toMatchObject({
      suggestion: `您好，第 ${id} 号，Billing`,
      sendsAnswers: false,
    });
    world.services.suggest = { on: false, templates: {} };
  });
});
