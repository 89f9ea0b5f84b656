import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Routing } from '../../src/pipeline.ts';
import type { Database } from '../../src/store/database.ts';
import type { Document } from '../../src/types.ts';
import { routeTexts } from '../../src/workers/route-texts.ts';
import { createCorpus } from '../api/support/corpus.ts';
import { addTexts } from '../api/support/seed.ts';
import { taxonomy } from '../api/support/taxonomy.ts';
import { analysis, document, routing, rule } from '../route/support.ts';
import { testDatabases } from '../support/engines.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

let database: Database;
let drop: () => Promise<void>;
let known: { customer: string; at: Date };

beforeAll(async () => {
  ({ database, drop } = await pglite.open());
  await addTexts(database, createCorpus(60));
  const [found] = await database.query<{ customer: string; at: Date }>(
    `select customer_id as customer, max(received_at) as at from documents where customer_id is not null
     group by 1 having count(*) = 1 limit 1`,
  );
  known = found!;
});
afterAll(() => drop());

const hoursAfter = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);
const route = (own: Routing, documents: Partial<Document>[]) =>
  routeTexts(
    {
      database,
      models: { taxonomy },
      routing: own,
      refreshRouting: async () => {},
    },
    documents.map((some, at) => ({
      rawId: String(at),
      document: document(some),
      analysis: analysis([['signal.complaint']]),
    })),
  ).then((results) => results.map((result) => ('route' in result ? result.route : null)));

describe('a batch of texts', () => {
  const again = routing([
    rule('Who writes again goes to Retention', { repeatContact: { times: 2, withinDays: 7 } }, { team: 'retention' }),
    rule('All else', {}),
  ]);

  it('is routed by who wrote before, in the store and beside it in the batch', async () => {
    const customerId = known.customer;
    const teams = (
      await route(again, [
        { customerId, receivedAt: hoursAfter(known.at, 24) },
        { customerId, receivedAt: hoursAfter(known.at, 48) },
        { customerId, receivedAt: hoursAfter(known.at, 24 * 30) },
        { customerId: 'nobody', receivedAt: hoursAfter(known.at, 48) },
        { customerId: null, receivedAt: hoursAfter(known.at, 48) },
      ])
    ).map((found) => found?.team);
    expect(teams).toEqual(['billing', 'retention', 'billing', 'billing', 'billing']);
  });

  it('goes on to the next team once one has all that it can bear, counting the cases that it opens', async () => {
    const small = routing([rule('All', {})]);
    const teams = { ...small.teams, billing: { name: 'Billing', owns: '', capacity: 1, overflow: 'retention' } };
    const [first, second, third] = await route({ ...small, teams }, [{}, {}, {}]);
    // The corpus has cases of Billing already.
    const [{ cases } = { cases: 0 }] = await database.query<{ cases: number }>(
      "select count(*)::int as cases from cases where team = 'billing' and state <> 'closed'",
    );
    expect(cases).toBeGreaterThanOrEqual(1);
    expect([first, second, third].map((found) => found?.team)).toEqual(['retention', 'retention', 'retention']);
    expect(first?.because).toBe('All; Billing has all the cases that it can bear');
    const roomy = { ...teams, billing: { ...teams.billing, capacity: cases + 2 } };
    const found = (await route({ ...small, teams: roomy }, [{}, {}, {}])).map((each) => each?.team);
    expect(found).toEqual(['billing', 'billing', 'retention']);
  });

  it('that could not be read is passed on as it is', async () => {
    const context = { database, models: { taxonomy } };
    const results = [{ rawId: 'x', reason: 'It is no text.' }];
    const own = { ...context, routing: again, refreshRouting: async () => {} };
    expect(await routeTexts(own, results)).toEqual(results);
  });
});
