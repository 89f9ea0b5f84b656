import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { countLinks, foundCount, listedIds, nextPage } from './support/count-links.ts';
import { addFailure, addTexts, mine } from './support/seed.ts';
import { openWorld, type World } from './support/world.ts';

/** Pages, and how many numbers each has at least. */
const pages: [page: string, numbers: number][] = [
  ['/', 200],
  ['/?from=2025-01-10&to=2025-01-14&channel=survey', 10],
  ['/topics', 40],
  ['/topics?from=2025-01-20&channel=call', 10],
  ['/topics/delivery?from=2025-01-15&to=2025-01-18', 10],
  ['/topics/delivery.late', 10],
  ['/topics/staff.friendly?channel=survey', 10],
  ['/topics/delivery.never', 3],
  ['/relations', 40],
  ['/relations?facet=signal&sort=q&order=asc', 10],
  ['/relations?category=delivery.late', 10],
  ['/relations/coded', 60],
  ['/relations/coded?field=nps', 30],
  ['/customers/C-7', 1],
  ['/drivers', 15],
  ['/trends', 25],
  ['/report', 8],
  ['/departments', 30],
  ['/departments/logistics', 8],
  ['/departments/front%20desk?priority=urgent', 8],
  ['/texts/8', 1],
  ['/runs', 1],
];

describe.each(testDatabases())('the numbers of the pages, on $name', ({ open }) => {
  let world: World;
  let drop: () => Promise<void>;
  const counted = new Map<string, number>();

  beforeAll(async () => {
    const { database, drop: dropDatabase } = await open();
    await addTexts(database, createCorpus(300));
    await mine(database);
    await addFailure(database, 'a'.repeat(64), 'broken.eml', Buffer.from('Subject: hal'));
    world = await openWorld(database);
    drop = async () => {
      await world.close();
      await dropDatabase();
    };
  });
  afterAll(() => drop());

  async function linksOf(page: string) {
    const response = await world.ask(page);
    expect(response.statusCode, page).toBe(200);
    return countLinks(response.body);
  }

  /** Pages share many links; each is followed once. */
  async function countAt(href: string): Promise<number> {
    const known = counted.get(href) ?? foundCount(await follow(href));
    counted.set(href, known);
    return known;
  }

  async function follow(href: string): Promise<string> {
    const response = await world.ask(href);
    expect(response.statusCode, href).toBe(200);
    return response.body;
  }

  it.each(pages)('each open a list of exactly that many: %s', async (page, numbers) => {
    const links = await linksOf(page);
    expect(links.length).toBeGreaterThanOrEqual(numbers);
    const wrong: string[] = [];
    for (const { count, href, label } of links) {
      const found = await countAt(href);
      if (found !== count) wrong.push(`${label}: ${count} on the page, ${found} in ${href}`);
    }
    expect(wrong).toEqual([]);
  });

  it('list, page by page, as many as they say, each once', async () => {
    const links = [...(await linksOf('/')), ...(await linksOf('/departments'))];
    for (const { count, href } of links.filter((link) => link.count > 60).slice(0, 12)) {
      const ids: string[] = [];
      for (let next: string | null = href; next !== null; ) {
        const page = await follow(next);
        ids.push(...listedIds(page));
        next = nextPage(page);
      }
      expect(ids.length, href).toBe(count);
      expect(new Set(ids).size, href).toBe(count);
    }
  });

  it('are the sums of what is below them', async () => {
    const overview = (await world.ask('/api/overview')).json();
    const { texts, channels, timeline, keptAside } = overview;
    expect(texts.count).toBe(300);
    expect(keptAside.count).toBe(1);
    const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
    expect(sum(channels.map((channel: { texts: { count: number } }) => channel.texts))).toBe(300);
    expect(sum(timeline.points.map((point: { texts: { count: number } }) => point.texts))).toBe(300);
  });

  it('still open the same texts when more have come in', async () => {
    const before = await linksOf('/');
    await addTexts(world.services.database, createCorpus(340, 11).slice(300));
    const after = await linksOf('/');
    expect(after[0]?.count).toBe(340);
    for (const { count, href, label } of before.slice(0, 40)) {
      expect(foundCount(await follow(href)), label).toBe(count);
    }
  });
});
