import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../../../dashboards/views/customer.ts';
import type { Understood } from '../../../src/store/intake/save-results.ts';
import { testDatabases } from '../../support/engines.ts';
import { createCorpus } from '../support/corpus.ts';
import { addTexts, mine } from '../support/seed.ts';
import { openWorld, type World } from '../support/world.ts';

const [pglite] = testDatabases();

/** Customers whose parcel is late and who ask for their money back three days later. */
function planted(): Understood[] {
  const texts = createCorpus(1400, 3);
  const naming = (category: string) =>
    texts.filter(
      ({ analysis }) =>
        analysis.categories.filter(({ category: id }) => id.includes('.')).length === 1 &&
        analysis.categories.some(({ category: id }) => id === category),
    );
  const [late, refund] = [naming('delivery.late'), naming('billing.refund')];
  const pairs = Math.min(late.length, refund.length, 30);
  expect(pairs).toBeGreaterThan(15);
  return Array.from({ length: pairs }, (_, at) => {
    const day = Date.parse('2025-01-12T09:00:00Z') + (at % 20) * 86_400_000;
    return [
      { ...late[at]!, document: { ...late[at]!.document, customerId: `P/${at} & Co`, receivedAt: new Date(day) } },
      {
        ...refund[at]!,
        document: { ...refund[at]!.document, customerId: `P/${at} & Co`, receivedAt: new Date(day + 3 * 86_400_000) },
      },
    ];
  }).flat();
}

describe("a customer's timeline", () => {
  let world: World;
  let drop: () => Promise<void>;
  const texts = planted();
  beforeAll(async () => {
    const opened = await pglite!.open();
    await addTexts(opened.database, texts);
    await mine(opened.database);
    world = await openWorld(opened.database);
    drop = async () => {
      await world.close();
      await opened.drop();
    };
  });
  afterAll(() => drop());

  const address = encodeURIComponent('P/3 & Co');

  it('shows texts with topics and feelings in their order, whatever the name holds', async () => {
    const view: Customer = (await world.ask(`/api/customers/${address}`)).json();
    expect(view.customer).toBe('P/3 & Co');
    expect(view.texts.count).toBe(2);
    expect(view.steps.map(({ categories }) => categories.map(({ id }) => id))).toEqual([
      ['delivery.late'],
      ['billing.refund'],
    ]);
    expect(view.steps[0]!.receivedAt < view.steps[1]!.receivedAt).toBe(true);
  });

  it('shows a case at each text that is a complaint, and at no other', async () => {
    const complaints = texts.filter(({ route }) => route !== null);
    expect(complaints.length).toBeGreaterThan(0);
    expect(complaints.length).toBeLessThan(texts.length);
    for (const { document } of complaints.slice(0, 5)) {
      const { customerId } = document;
      const view: Customer = (await world.ask(`/api/customers/${encodeURIComponent(customerId!)}`)).json();
      const own = texts.filter((text) => text.document.customerId === customerId);
      const cases = view.steps.map((step) => step.case?.href ?? null);
      expect(cases).toEqual(own.map(({ route }) => (route ? expect.stringMatching(/^\/cases\/\d+$/) : null)));
    }
  });

  it('names the chains that the night found, with the two texts that show each', async () => {
    const view: Customer = (await world.ask(`/api/customers/${address}`)).json();
    expect(view.chains).toHaveLength(1);
    const [chain] = view.chains;
    expect(chain).toMatchObject({ first: { id: 'delivery.late' }, then: { id: 'billing.refund' }, days: 3 });
    expect(chain!.expected).toBeCloseTo(chain!.customers / 2, 6);
    expect(chain!.firstText.href).toContain(`/texts/${view.steps[0]!.id}`);
    const page = await world.ask(`/customers/${address}`);
    expect(page.body).toContain('What followed what');
    expect(page.body).toContain('P/3 &amp; Co');
  });

  it('says so where nobody is called that', async () => {
    const response = await world.ask('/api/customers/nobody');
    expect(response.statusCode).toBe(404);
    expect(response.json().message).toContain('customer "nobody"');
  });
});
