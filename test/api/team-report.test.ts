import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { type PersonAtBrowser, signInAs } from './support/people.ts';
import { addTexts, now } from './support/seed.ts';
import { openWorld, type World } from './support/world.ts';

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const days = 'from=2025-02-01&to=2025-02-28';

describe.each(testDatabases())('the team report, on $name', ({ open }) => {
  let world: World;
  let drop: () => Promise<void>;
  let lead: PersonAtBrowser;
  let ids: number[];

  beforeAll(async () => {
    const { database, drop: dropDatabase } = await open();
    await addTexts(database, createCorpus(400));
    world = await openWorld(database);
    lead = await signInAs(world, 'lead', ['billing']);
    ids = (await database.query<{ id: number }>("select id from cases where team = 'billing' order by id limit 5")).map(
      ({ id }) => id,
    );
    // Accepted after 1, 2 and 3 hours, two of them answered after 10 and 20; one of those comes back.
    for (const [at, id] of ids.slice(0, 3).entries()) {
      const add = (event: string, after: number) =>
        database.query("insert into case_events (case_id, at, actor, event, user_id) values ($1, $2, 'x', $3, $4)", [
          id,
          hours(after),
          event,
          lead.userId,
        ]);
      await add('accepted', at + 1);
      if (at < 2) await add('answered', (at + 1) * 10);
      if (at === 0) await add('reopened', 30);
      await database.query('update cases set due_at = $2 where id = $1', [id, hours(15)]);
    }
    drop = async () => {
      await world.close();
      await dropDatabase();
    };
  });
  afterAll(() => drop());

  it('tells volume, medians, what was late and what came back, by team and person', async () => {
    const { rows } = (await world.ask(`/api/team-report?${days}`)).json();
    const [person] = rows.filter((row: { person: object | null }) => row.person);
    expect(person).toMatchObject({
      ...{ team: 'billing', cases: 3, overdue: 1, reopened: 1, small: true },
      person: { userId: lead.userId, name: 'lead of billing' },
      toAccept: { count: 3, median: 2, lower: null, upper: null },
      toAnswer: { count: 2, median: 15 },
    });
    const [{ cases }] = (await world.services.database.query(
      "select count(*)::int as cases from cases where team = 'logistics'",
    )) as [{ cases: number }];
    expect(rows.find((row: { team: string }) => row.team === 'logistics')).toMatchObject({ cases, person: null });
  });

  it('compares how the same customers felt up to the complaint and after it', async () => {
    const { rows } = (await world.ask(`/api/team-report?${days}`)).json();
    const { satisfaction } = rows.find((row: { team: string }) => row.team === 'logistics');
    expect(satisfaction.customers).toBeGreaterThan(5);
    expect(satisfaction.change).toBeCloseTo(satisfaction.after - satisfaction.before, 9);
    expect(satisfaction.lower).toBeLessThan(satisfaction.change);
    expect(satisfaction.upper).toBeGreaterThan(satisfaction.change);
  });

  it('shows leads their own teams, on the page, as JSON and as CSV', async () => {
    const { rows } = (await lead.ask(`/api/team-report?${days}`)).json();
    expect(new Set(rows.map((row: { team: string }) => row.team))).toEqual(new Set(['billing']));
    const page = (await lead.ask(`/team-report?${days}`)).body;
    expect(page).toContain('lead of billing');
    expect(page).not.toContain('Logistics');
    const csv = await lead.ask(`/team-report.csv?${days}`);
    expect(csv.headers['content-type']).toContain('text/csv');
    const [head, ...lines] = csv.body.trim().split('\r\n');
    expect(head).toMatch(/^team,person,cases,accept_median_h,/);
    expect(lines.map((line) => line.split(',').slice(0, 2).join())).toEqual(['Billing,', 'Billing,lead of billing']);
    expect(csv.body).not.toContain('Logistics');
  });

  it('says so where there is nothing, and refuses days that run backwards', async () => {
    expect((await world.ask('/team-report?from=2020-01-01&to=2020-01-02')).body).toContain('No case was opened');
    expect((await world.ask('/api/team-report?from=2025-03-01&to=2025-02-01')).statusCode).toBe(400);
    const analyst = await signInAs(world, 'analyst');
    expect((await analyst.ask('/team-report.csv')).statusCode).toBe(403);
  });
});
