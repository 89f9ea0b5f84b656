import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../../support/engines.ts';
import { createCorpus } from '../support/corpus.ts';
import { type PersonAtBrowser, signInAs } from '../support/people.ts';
import { addTexts, mine } from '../support/seed.ts';
import { openWorld, type World } from '../support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

let world: World;
let drop: () => Promise<void>;
let lead: PersonAtBrowser;
let own: { id: number; documentId: number };
let other: { id: number; documentId: number };

beforeAll(async () => {
  const opened = await pglite.open();
  const { database } = opened;
  await addTexts(database, createCorpus(120));
  await mine(database);
  world = await openWorld(database);
  lead = await signInAs(world, 'lead', ['billing']);
  const first = async (team: string) =>
    (
      await database.query<{ id: number; documentId: number }>(
        `select id, document_id as "documentId" from cases where team = $1 and state = 'open' order by id limit 1`,
        [team],
      )
    )[0]!;
  own = await first('billing');
  other = await first('logistics');
  drop = async () => {
    await world.close();
    await opened.drop();
  };
});
afterAll(() => drop());

describe('a lead', () => {
  it('begins with the departments, and sees their own alone', async () => {
    expect((await lead.ask('/')).headers.location).toBe('/departments');
    const { rows, total } = (await lead.ask('/api/departments')).json();
    expect(rows.map(({ team }: { team: string }) => team)).toEqual(['billing']);
    expect(total.cases.count).toBe(rows[0].cases.count);
    expect(total.cases.count).toBeGreaterThan(0);
    const page = (await lead.ask('/departments')).body;
    expect(page).toContain('href="/departments/billing');
    expect(page).not.toContain('Logistics');
    expect(page).not.toContain('href="/topics"');
  });

  it.each([
    () => '/departments/logistics',
    () => '/api/departments/logistics?state=closed',
    () => `/cases/${other.id}`,
    () => `/api/cases/${other.id}`,
    () => `/texts/${other.documentId}`,
    () => `/api/texts/${other.documentId}`,
    () => '/texts',
    () => '/api/texts?team=billing',
    () => '/api/overview',
  ])('does not see what is of others (%#)', async (url) => {
    expect((await lead.ask(url())).statusCode).toBe(403);
  });

  it('changes no case of others, by form or by API', async () => {
    for (const url of [`/cases/${other.id}/accept`, `/api/cases/${other.id}/close`]) {
      expect((await lead.ask({ method: 'POST', url })).statusCode).toBe(403);
    }
    const unmask = { method: 'POST' as const, url: `/api/texts/${other.documentId}/unmask` };
    expect((await lead.ask(unmask)).statusCode).toBe(403);
    expect((await world.ask(`/api/cases/${other.id}`)).json().case.state).toBe('open');
  });

  it('works the cases of their own, in their name', async () => {
    expect((await lead.ask(`/texts/${own.documentId}`)).statusCode).toBe(200);
    const { events } = (await lead.ask({ method: 'POST', url: `/api/cases/${own.id}/accept` })).json();
    expect(events.at(-1)).toMatchObject({ event: 'accepted', actor: 'lead of billing' });
    const stored = await world.services.database.query('select user_id from case_events where event = $1', [
      'accepted',
    ]);
    expect(stored).toEqual([{ user_id: lead.userId }]);
  });
});

describe('an analyst', () => {
  it('reads every text, and works the cases of their departments alone', async () => {
    const analyst = await signInAs(world, 'analyst', ['logistics']);
    for (const url of ['/', '/texts', `/texts/${own.documentId}`, `/cases/${other.id}`, '/departments/logistics']) {
      expect((await analyst.ask(url)).statusCode, url).toBe(200);
    }
    for (const url of [`/cases/${own.id}`, '/departments/billing', '/users', '/runs']) {
      expect((await analyst.ask(url)).statusCode, url).toBe(403);
    }
  });

  it('of no department is told so, with what would help', async () => {
    const analyst = await signInAs(world, 'analyst');
    const page = await analyst.ask('/departments');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('You are a member of no department');
  });
});

describe('a manager', () => {
  it('sees every department, and neither people nor runs', async () => {
    const manager = await signInAs(world, 'manager');
    expect((await manager.ask('/api/departments')).json().rows.length).toBe(3);
    expect((await manager.ask(`/cases/${own.id}`)).statusCode).toBe(200);
    for (const url of ['/users', '/audit', '/runs']) expect((await manager.ask(url)).statusCode, url).toBe(403);
  });
});
