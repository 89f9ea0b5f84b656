import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTeamsFile } from '../../../src/people/teams-file/read-teams-file.ts';
import type { Routing } from '../../../src/pipeline.ts';
import { listAuditEvents } from '../../../src/store/audit/list-audit-events.ts';
import type { Database } from '../../../src/store/database.ts';
import { addUser } from '../../../src/store/people/add-user.ts';
import { changeTeams } from '../../../src/store/teams/change-teams.ts';
import { listTeams } from '../../../src/store/teams/list-teams.ts';
import { openRoutingBook, type RoutingBook } from '../../../src/store/teams/routing-book.ts';
import { routing, rule } from '../../route/support.ts';
import { testDatabases } from '../../support/engines.ts';

const now = new Date('2026-03-01T10:00:00Z');
const rules: Routing = routing([rule('All to Billing', {})]);
const actor = { userId: null, name: 'command line' };

describe.each(testDatabases())('departments in the store, on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  let book: RoutingBook;
  const change = (text: string, dryRun = false) =>
    changeTeams(
      db,
      readTeamsFile(text, 'yaml'),
      {
        defaults: {
          calendar: { timeZone: 'UTC', hours: { mon: [['09:00', '17:00']] }, holidays: [] },
          dueHours: rules.dueHours,
        },
        actor,
        dryRun,
      },
      now,
    );

  beforeAll(async () => {
    ({ database: db, drop } = await open());
    book = await openRoutingBook(db, rules, now);
    await addUser(db, { name: 'Jo', email: 'jo@example.com', role: 'lead' }, now);
  });
  afterAll(() => drop());

  it('begin as the pipelines have them', async () => {
    expect((await listTeams(db)).map(({ key, name }) => [key, name])).toEqual([
      ['billing', 'Billing'],
      ['retention', 'Retention'],
      ['triage', 'Triage'],
    ]);
    expect(book.routing.teams.billing).toMatchObject({ name: 'Billing', enabled: true, dueHours: rules.dueHours });
    expect(book.routing.rules).toBe(rules.rules);
  });

  it('are changed by nothing that is only tried', async () => {
    const { differences } = await change('billing: { capacity: 5, members: [jo@example.com] }', true);
    expect(differences).toEqual([
      { team: 'billing', field: 'capacity', before: 'none', after: '5' },
      { team: 'billing', field: 'members', before: '', after: 'jo@example.com' },
    ]);
    expect((await listTeams(db))[0]).toMatchObject({ capacity: null, members: [] });
  });

  it('are changed all or not at all, and the trail knows each field', async () => {
    const wrong = await change('billing: { capacity: 5 }\nretention: { time_zone: Europe/Atlantis }');
    expect(wrong.problems).toEqual([expect.objectContaining({ line: 2, field: 'retention: time_zone' })]);
    expect((await listTeams(db))[0]?.capacity).toBeNull();
    await change('billing: { capacity: 5, overflow: triage, members: [jo@example.com] }\nnew: { name: New }');
    const [billing, , , fresh] = await listTeams(db);
    expect(billing).toMatchObject({ capacity: 5, overflow: 'triage', members: [{ name: 'Jo' }] });
    expect(fresh).toMatchObject({ key: 'new', calendar: { hours: { mon: [['09:00', '17:00']] } } });
    const filter = { userId: null, action: 'changed', subject: 'team billing', fromDay: null, toDay: null };
    const events = await listAuditEvents(db, filter, { before: null, limit: 9 });
    expect(events.map(({ detail }) => detail)).toEqual([
      { capacity: 'none → 5', overflow: 'none → triage', members: ' → jo@example.com' },
    ]);
  });

  it('reach the routing when it is read again, and a new start leaves them as people made them', async () => {
    const before = book.routing;
    expect(before.teams.billing?.capacity).toBeNull();
    await book.refresh();
    expect(book.routing.teams.billing).toMatchObject({ capacity: 5, overflow: 'triage' });
    expect(Object.keys(book.routing.teams)).toEqual(['billing', 'retention', 'triage', 'new']);
    const same = book.routing;
    await book.refresh();
    expect(book.routing).toBe(same);
    const again = await openRoutingBook(db, rules, now);
    expect(again.routing.teams.billing?.capacity).toBe(5);
  });
});
