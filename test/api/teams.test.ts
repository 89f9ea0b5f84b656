import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeTeam } from '../../src/people/stored-team.ts';
import { addUser } from '../../src/store/people/add-user.ts';
import { saveTeam } from '../../src/store/teams/save-team.ts';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { addTexts, now } from './support/seed.ts';
import { routing } from './support/taxonomy.ts';
import { openWorld, type World } from './support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

let world: World;
let drop: () => Promise<void>;

beforeAll(async () => {
  const { database, drop: dropDatabase } = await pglite.open();
  await addTexts(database, createCorpus(60));
  for (const [key, team] of Object.entries(routing.teams)) await saveTeam(database, wholeTeam(key, team, routing), now);
  await addUser(database, { name: 'Jo', email: 'jo@example.com', role: 'lead' }, now);
  world = await openWorld(database);
  drop = async () => {
    await world.close();
    await dropDatabase();
  };
});
afterAll(() => drop());

const form = (url: string, fields: Record<string, string>) =>
  world.ask({
    ...{ method: 'POST', url, payload: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('the page of teams', () => {
  it('shows who works when, who has nobody, and who has all it can bear', async () => {
    await form('/teams/billing', { capacity: '1' });
    const page = (await world.ask('/teams')).body;
    expect(page).toContain('at capacity');
    expect(page).toContain('nobody');
    expect(page).toContain('mon 00:00-24:00');
    const { teams, triage } = (await world.ask('/api/teams')).json();
    expect(triage).toBe('front desk');
    expect(teams[1]).toMatchObject({ key: 'billing', capacity: 1, members: [] });
  });

  it('changes a team, with its members', async () => {
    const fields = { name: 'Bills', 'hours.mon': '9:00-17:00', 'due.urgent': '1', overflow: 'front desk', members: '' };
    const saved = await form('/teams/billing', { ...fields, 'member:jo@example.com': 'on' });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/teams?changed=billing']);
    const { team, people } = (await world.ask('/api/teams/billing')).json();
    expect(team).toMatchObject({ name: 'Bills', hours: { mon: '09:00-17:00', tue: '' }, overflow: 'front desk' });
    expect(people).toEqual([{ email: 'jo@example.com', name: 'Jo', role: 'lead', isMember: true }]);
    expect((await world.ask('/teams?changed=billing')).body).toContain('Bills was changed.');
    await form('/teams/billing', { members: '' });
    expect((await world.ask('/api/teams/billing')).json().team.members).toEqual([]);
  });

  it('says what is wrong beside what was written, and changes nothing', async () => {
    const wrong = { name: 'Other', 'hours.mon': '09:00-13:00 12:00-17:00', time_zone: 'Mars/North', capacity: 'many' };
    const response = await form('/teams/billing', wrong);
    expect(response.statusCode).toBe(400);
    for (const words of ['overlap; write them in order', '“Mars/North”', 'a whole number of cases']) {
      expect(response.body.replaceAll('&quot;', '“').replaceAll('“Mars/North“', '“Mars/North”')).toContain(words);
    }
    expect(response.body).toContain('value="Mars/North"');
    expect(response.body.match(/aria-invalid="true"/g)?.length).toBe(3);
    expect((await world.ask('/api/teams/billing')).json().team.name).toBe('Bills');
  });

  it('adds a team, and not the same twice', async () => {
    const added = await form('/teams', { team: 'new one', name: 'New one' });
    expect(added.headers.location).toBe('/teams/new%20one');
    expect((await world.ask('/teams/new%20one')).statusCode).toBe(200);
    expect((await form('/teams', { team: 'new one', name: 'Again' })).statusCode).toBe(409);
    expect((await form('/teams', { team: '../x', name: 'X' })).statusCode).toBe(400);
    expect((await world.ask('/teams/nobody')).statusCode).toBe(404);
  });
});

describe('a file of teams', () => {
  const post = (payload: object) => world.ask({ method: 'POST', url: '/api/teams-file', payload });

  it('is written, read again without a difference, tried and taken', async () => {
    const { text } = (await world.ask('/api/teams-file')).json();
    expect((await post({ text })).json()).toEqual({ problems: [], differences: [] });
    const change = { text: 'billing: {capacity: 7}' };
    const difference = { team: 'billing', field: 'capacity', before: '1', after: '7' };
    expect((await post({ ...change, dryRun: true })).json().differences).toEqual([difference]);
    expect((await world.ask('/api/teams/billing')).json().team.capacity).toBe(1);
    expect((await post(change)).json().differences).toEqual([difference]);
    expect((await world.ask('/api/teams/billing')).json().team.capacity).toBe(7);
  });

  it('that cannot be read is refused with its line', async () => {
    const response = await post({ text: 'a: 7' });
    expect([response.statusCode, response.json().message]).toEqual([
      400,
      expect.stringContaining('Line 1: "a" should'),
    ]);
    const problems = (await post({ text: 'team,capacity\nbilling,-1\n', format: 'csv' })).json().problems;
    expect(problems).toEqual([{ line: 2, field: 'billing: capacity', message: expect.stringContaining('above 0') }]);
  });
});
