import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { addTexts } from './support/seed.ts';
import { localToken, openWorld, type World } from './support/world.ts';

describe('a correction over HTTP', () => {
  let world: World;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const [pglite] = testDatabases();
    const opened = await pglite!.open();
    await addTexts(opened.database, createCorpus(40));
    world = await openWorld(opened.database);
    drop = async () => {
      await world.close();
      await opened.drop();
    };
  });
  afterAll(() => drop());

  const post = (url: string, payload: object) =>
    world.askAsStranger({ method: 'POST', url, payload, headers: { authorization: `Bearer ${localToken}` } });
  const form = (url: string, payload: string) =>
    world.ask({
      ...{ method: 'POST', url, payload },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const text = async (id: number) => (await world.ask(`/api/texts/${id}`)).json();
  type Named = { category: { id: string }; foundBy: { by: string }[]; confirmed: boolean };
  /** A text that is understood and names this category, and what it says of it. */
  const naming = async (category: string): Promise<number> => {
    const { texts } = (await world.ask(`/api/texts?category=${category}`)).json();
    return texts[0].id;
  };

  it('adds a topic by the form of the text page, and says by whom', async () => {
    const id = await naming('delivery.late');
    const before = (await text(id)).addable.flatMap(({ options }: { options: { id: string }[] }) => options);
    expect(before.map((option: { id: string }) => option.id)).toContain('competitor.other-shop');
    const response = await form(`/texts/${id}/corrections`, 'verdict=yes&category=competitor.other-shop&sentence=');
    expect(response.statusCode).toBe(303);
    expect(response.headers.location).toBe(`/texts/${id}#evidence`);
    const view = await text(id);
    const added = view.categories.find(({ category }: Named) => category.id === 'competitor.other-shop');
    expect(added).toMatchObject({ foundBy: [{ by: 'person' }], words: [], colour: null, confirmed: true });
    expect(view.corrections).toMatchObject([{ verdict: 'yes', actor: 'browser', at: '2025-02-10T12:00:00.000Z' }]);
    const page = (await world.ask(`/texts/${id}`)).body;
    expect(page).toContain('by a person');
    expect(page).toContain('by the vocabulary');
    expect(page).toContain('What people said of it');
    expect(page).toContain('aria-label="Take back what was said of Other Shop"');
  });

  it('takes a topic out of the list that its count opens, and shows it as not so', async () => {
    const id = await naming('staff.friendly');
    const { found } = (await world.ask('/api/texts?category=staff.friendly')).json();
    const view = (await post(`/api/texts/${id}/corrections`, { category: 'staff.friendly', verdict: 'no' })).json();
    expect(view.overruled).toMatchObject([{ category: { id: 'staff.friendly' }, words: ['lady at the desk'] }]);
    expect(view.corrections[0]).toMatchObject({ actor: 'command line' });
    expect((await world.ask('/api/texts?category=staff.friendly')).json().found).toBe(found - 1);
    const reader = view.turns.flatMap(({ sentences }: { sentences: { parts: { categories: string[] }[] }[] }) =>
      sentences.flatMap(({ parts }) => parts.flatMap(({ categories }) => categories)),
    );
    expect(reader).not.toContain('staff.friendly');
  });

  it('says what cannot be corrected', async () => {
    const id = await naming('delivery.late');
    const say = (payload: object, of: number = id) => post(`/api/texts/${of}/corrections`, payload);
    const unknown = await say({ category: 'no.such', verdict: 'yes' });
    expect([unknown.statusCode, unknown.json().message]).toEqual([
      400,
      'The vocabulary has no category "no.such"; the page "Topics" lists those that it has.',
    ]);
    expect((await say({ category: 'staff', verdict: 'maybe' })).statusCode).toBe(400);
    expect((await say({ category: 'staff', verdict: 'yes', sentence: 99 })).json().message).toBe(
      `Text ${id} has no sentence 99; they count from 0.`,
    );
    expect((await say({ category: 'staff', verdict: 'yes' }, 9999)).statusCode).toBe(404);
    const { texts } = (await world.ask('/api/texts?understood=false')).json();
    expect((await say({ category: 'staff', verdict: 'yes' }, texts[0].id)).statusCode).toBe(409);
    expect((await world.ask(`/texts/${texts[0].id}`)).body).not.toContain('It also names');
  });

  it('is asked of a signed-in person, from a page of ours', async () => {
    const url = '/api/texts/1/corrections';
    const payload = { category: 'staff', verdict: 'yes' };
    expect((await world.askAsStranger({ method: 'POST', url, payload })).statusCode).toBe(401);
    const elsewhere = await world.ask({ method: 'POST', url, payload, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(elsewhere.statusCode).toBe(403);
  });
});
