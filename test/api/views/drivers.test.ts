import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Drivers } from '../../../dashboards/views/drivers.ts';
import { testDatabases } from '../../support/engines.ts';
import { createCorpus } from '../support/corpus.ts';
import { countLinks, foundCount } from '../support/count-links.ts';
import { addTexts, mine } from '../support/seed.ts';
import { openWorld, type World } from '../support/world.ts';

describe.each(testDatabases())('what moves satisfaction, on $name', ({ open }) => {
  let world: World;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const opened = await open();
    world = await openWorld(opened.database);
    drop = async () => {
      await world.close();
      await opened.drop();
    };
  });
  afterAll(() => drop());

  const view = async (): Promise<Drivers> => (await world.ask('/api/drivers')).json();

  it('says what to do before a night has run', async () => {
    expect(await view()).toEqual({ run: null, rows: [] });
    const { body } = await world.ask('/drivers');
    expect(body).toContain('npx earshot nightly');
    expect(body).not.toContain('data-chart');
  });

  it('names topics and coded data, the largest impact first, each inside its interval', async () => {
    await addTexts(world.services.database, createCorpus(600));
    await mine(world.services.database);
    const { run, rows } = await view();
    expect(run?.texts.count).toBeGreaterThan(400);
    const impacts = rows.map(({ impact }) => Math.abs(impact));
    expect(impacts).toEqual(impacts.toSorted((one, other) => other - one));
    for (const { name, effect, lower, upper, impact, texts } of rows) {
      expect(lower, name).toBeLessThan(effect);
      expect(upper, name).toBeGreaterThan(effect);
      expect(impact, name).toBeCloseTo((effect * texts.count) / run!.texts.count, 9);
    }
    // Of what the corpus says, the kind lady is the gladdest and the broken box among the sorriest.
    const of = (id: string) => rows.find(({ category }) => category?.id === id);
    expect(of('staff.friendly')).toMatchObject({ unusual: true });
    expect(of('staff.friendly')!.lower).toBeGreaterThan(0);
    expect(of('delivery.damaged')!.upper).toBeLessThan(0);
    expect(of('delivery.damaged')!.mean).toBeCloseTo(-0.7, 6);
    expect(rows.some(({ category, mean }) => category === null && mean === null)).toBe(true);
  });

  it('opens from each number exactly the texts that made it', async () => {
    const { body } = await world.ask('/drivers');
    const links = countLinks(body);
    expect(links.length).toBeGreaterThan(15);
    for (const { count, href, label } of links) {
      expect(foundCount((await world.ask(href)).body), `${label} ${href}`).toBe(count);
    }
  });

  it('draws topics by volume and satisfaction, with a table that says the same', async () => {
    const { body } = await world.ask('/drivers');
    expect(body).toContain('data-chart="quadrant"');
    const [, block = ''] = /<script type="application\/json" id="drivers-data">([^<]*)</.exec(body) ?? [];
    const drawn: { name: string; texts: number; href: string; mean: number | null }[] = JSON.parse(block);
    const { rows } = await view();
    const topics = rows.filter(({ category }) => category !== null);
    expect(drawn.map(({ name, texts, mean }) => [name, texts, mean])).toEqual(
      topics.map(({ name, texts, mean }) => [name, texts.count, mean]),
    );
    expect(body).toContain('<summary>Volume against satisfaction as a table</summary>');
  });
});
