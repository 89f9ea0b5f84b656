import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { addFailure, addTexts, mine } from './support/seed.ts';
import { openWorld, type World } from './support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

const pages = [
  ...[
    '/',
    '/topics',
    '/topics/delivery',
    '/topics/delivery.late',
    '/topics/delivery.never',
    '/relations',
    '/relations/coded',
    '/drivers',
    '/discoveries',
    '/customers/C-7',
  ],
  ...[
    '/departments',
    '/departments/logistics',
    '/texts',
    '/texts?category=delivery&q=parcel&from=2025-01-01',
    '/texts/1',
  ],
  ...['/texts/6', '/cases/1', '/failures', '/runs', '/nothing'],
];

describe('a store without texts', () => {
  let world: World;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const opened = await pglite.open();
    world = await openWorld(opened.database);
    drop = async () => {
      await world.close();
      await opened.drop();
    };
  });
  afterAll(() => drop());

  it('says on the first page what to do next', async () => {
    const { body } = await world.ask('/');
    expect(body).toContain('No text has come in yet');
    expect(body).toContain('<code>/srv/earshot/inbox</code>');
    expect(body).toContain('npx earshot ingest PATH…');
  });

  it.each([
    '/topics',
    '/topics/delivery',
    '/relations',
    '/drivers',
    '/discoveries',
    '/departments',
    '/departments/billing',
    '/texts',
    '/failures',
    '/runs',
  ])('has a page %s all the same', async (url) => {
    expect((await world.ask(url)).statusCode).toBe(200);
    expect((await world.ask(`/api${url}`)).statusCode).toBe(200);
  });
});

describe('a page', () => {
  let world: World;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const opened = await pglite.open();
    await addTexts(opened.database, createCorpus(300));
    await addFailure(opened.database, 'a'.repeat(64), 'broken.eml', Buffer.from('x'));
    await mine(opened.database);
    world = await openWorld(opened.database);
    drop = async () => {
      await world.close();
      await opened.drop();
    };
  });
  afterAll(() => drop());

  it.each(pages)('%s has a title, one main heading, a language and a way past the navigation', async (url) => {
    const { body } = await world.ask(url);
    expect(body).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(body.match(/<h1[ >]/g)).toHaveLength(1);
    expect(body).toMatch(/<title>[^<]+ · Earshot<\/title>/);
    expect(body).toContain('<a class="skip" href="#content">');
    expect(body.match(/<main id="content"/g)).toHaveLength(1);
  });

  it.each(pages)('%s closes what it opens', async (url) => {
    const { body } = await world.ask(url);
    const empty = new Set(['meta', 'link', 'input', 'img', 'rect', 'polyline', 'polygon', '!doctype']);
    const open: string[] = [];
    for (const [tag, slash = '', name = '', rest = ''] of body.matchAll(/<(\/?)([a-z!][a-z0-9]*)([^>]*)>/g)) {
      if (empty.has(name) || rest.endsWith('/')) continue;
      if (slash === '') open.push(name);
      else expect(open.pop(), `${url}: ${tag}`).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it.each(pages)('%s names each id once and points labels and links at ids that are there', async (url) => {
    const { body } = await world.ask(url);
    const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...body.matchAll(/(?:aria-controls|aria-labelledby|data-source)="([^"]+)"|href="#([^"]+)"/g)];
    for (const [, reference, anchor] of targets) expect(ids, url).toContain(reference ?? anchor);
  });

  it.each(pages)('%s has a caption and scopes on each table, and names every control', async (url) => {
    const { body } = await world.ask(url);
    const tables = body.match(/<table[\s\S]*?<\/table>/g) ?? [];
    for (const table of tables) {
      expect(table).toContain('<caption>');
      for (const [heading] of table.matchAll(/<th[ >][^>]*>?/g)) expect(heading).toContain('scope=');
    }
    for (const [control] of body.matchAll(/<(?:select|input|textarea)\b[^>]*>/g)) {
      if (control.includes('type="hidden"') || control.includes('aria-label=')) continue;
      const before = body.slice(0, body.indexOf(control));
      expect(before.lastIndexOf('<label'), control).toBeGreaterThan(before.lastIndexOf('</label>'));
    }
    for (const [, text = ''] of body.matchAll(/<button[^>]*>([\s\S]*?)<\/button>/g)) expect(text.trim()).not.toBe('');
  });

  it.each(pages)('%s leads only to pages that are there', async (url) => {
    const { body } = await world.ask(url);
    const links = new Set(
      [...body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href = '']) =>
        href.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
      ),
    );
    expect(links.size).toBeGreaterThan(5);
    const sample = [...links].filter((_, at) => at % Math.ceil(links.size / 8) === 0);
    for (const href of sample) expect((await world.ask(href)).statusCode, `${url} → ${href}`).toBe(200);
  });

  it.each(['/', '/topics/delivery', '/relations'])('%s says in a table what its pictures show', async (url) => {
    const { body } = await world.ask(url);
    const pictures = body.match(/<figure class="picture">[\s\S]*?<\/figure>/g) ?? [];
    expect(pictures.length).toBe(url === '/relations' ? 2 : 1);
    for (const picture of pictures) {
      expect(picture).toMatch(/role="img" aria-label="[^"]+"/);
      const rows = picture.match(/<tr>/g)?.length ?? 0;
      const data = JSON.parse(/<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(picture)?.[1] ?? '');
      expect(rows).toBe((data.points ?? data.nodes).length + 1);
    }
  });

  it('is where the navigation says it is', async () => {
    for (const [url, name] of [
      ['/', 'Overview'],
      ['/topics/delivery', 'Topics'],
      ['/cases/1', 'Departments'],
      ['/texts/1', 'Texts'],
      ['/failures', 'Kept aside'],
    ] as const) {
      expect((await world.ask(url)).body).toContain(`aria-current="page">${name}</a>`);
    }
  });

  it('of a text in a language that nobody here reads says so, and shows it', async () => {
    const { body } = await world.ask('/texts?understood=false');
    expect(body).toContain('German, not understood');
    expect(body).toContain('ist nicht angekommen');
  });
});
