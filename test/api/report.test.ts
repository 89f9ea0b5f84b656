import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { correctText } from '../../src/workers/correct.ts';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { countLinks, foundCount } from './support/count-links.ts';
import { addTexts, mine, now } from './support/seed.ts';
import { taxonomy } from './support/taxonomy.ts';
import { openWorld, type World } from './support/world.ts';

const [day, before] = ['2025-02-08', '2025-02-07'];

describe.each(testDatabases())('the report, on $name', ({ open }) => {
  let world: World;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const { database, drop: dropDatabase } = await open();
    const corpus = createCorpus(340);
    await addTexts(database, corpus.slice(0, 300));
    await mine(database, before);
    // Between the nights: texts arrive late, people correct labels, one text is read by another vocabulary, one erased.
    await addTexts(database, corpus.slice(300));
    const late = await database.query<{ id: number }>(
      `select document_id as id from document_categories
       where category = 'delivery.late' and day between '2025-01-12' and '2025-02-06' order by 1 limit 6`,
    );
    for (const { id } of late.slice(0, 3)) {
      await correctText(
        { database, models: { taxonomy }, pipelines: { intake }, now: () => now },
        {
          documentId: id,
          category: 'delivery.late',
          verdict: 'no',
          actor: { userId: null, name: 'Ann' },
          sentence: null,
        },
      );
    }
    await database.transaction(async (tx) => {
      const versions = JSON.stringify({ 'taxonomy shop': 'another' });
      await tx.query('update documents set versions = $2::jsonb where id = $1', [late[3]!.id, versions]);
      await tx.query('delete from document_categories where document_id = $1', [late[3]!.id]);
    });
    // A night refuses texts of two versions.
    const [one] = await database.query<{ versions: object }>('select versions from documents where id = $1', [
      late[0]!.id,
    ]);
    await database.query('update documents set versions = $1::jsonb', [JSON.stringify(one!.versions)]);
    await database.query('delete from documents where id = $1', [late[4]!.id]);
    await mine(database, day);
    world = await openWorld(database);
    drop = async () => {
      await world.close();
      await dropDatabase();
    };
  });
  afterAll(() => drop());

  const follow = async (href: string): Promise<number> => {
    const response = await world.ask(href);
    expect(response.statusCode, href).toBe(200);
    return foundCount(response.body);
  };
  /** Every number with an address in the answer of the API, wherever it stands. */
  const countsIn = (value: unknown): { count: number; href: string }[] => {
    if (typeof value !== 'object' || value === null) return [];
    const { count, href } = value as { count?: unknown; href?: unknown };
    // What has been erased since can be listed no more; the test below looks at these numbers.
    const { before: _, ...rest } = value as { before?: unknown };
    if ('difference' in value && 'before' in value) return countsIn(rest);
    const own = typeof count === 'number' && typeof href === 'string' ? [{ count, href }] : [];
    return [...own, ...Object.values(value).flatMap(countsIn)];
  };

  it('opens from each number exactly the texts that made it', async () => {
    const page = (await world.ask(`/report/${day}`)).body;
    const links = countLinks(page);
    expect(links.length).toBeGreaterThan(60);
    const wrong: string[] = [];
    for (const { count, href, label } of links.filter((link) => !link.label.endsWith(', before'))) {
      const found = await follow(href);
      if (found !== count) wrong.push(`${label}: ${count} on the page, ${found} in ${href}`);
    }
    expect(wrong).toEqual([]);
    const body = (await world.ask(`/api/report?day=${day}`)).json();
    for (const { count, href } of countsIn(body)) expect(await follow(href), href).toBe(count);
  });

  it('still does when texts come and labels change afterwards', async () => {
    const { database } = world.services;
    const { differences, newRelations, movers } = (await world.ask('/api/report')).json();
    const numbers = countsIn([differences, newRelations, movers]);
    const [one] = await database.query<{ id: number }>(
      "select document_id as id from document_categories where category = 'delivery.late' order by 1 desc limit 1",
    );
    await correctText(
      { database, models: { taxonomy }, pipelines: { intake }, now: () => now },
      {
        ...{ documentId: one!.id, category: 'delivery.late', verdict: 'no', sentence: null },
        actor: { userId: null, name: 'Ann' },
      },
    );
    await addTexts(database, createCorpus(380, 11).slice(340));
    expect(numbers.length).toBeGreaterThan(40);
    for (const { count, href } of numbers) expect(await follow(href), href).toBe(count);
  });

  it('tells what moves satisfaction, and says so where no topic and no name is new', async () => {
    const report = (await world.ask(`/api/report?day=${day}`)).json();
    expect(report.drivers.map(({ name }: { name: string }) => name)).toContain('Staff › Friendly');
    for (const { texts, name, lower, upper, q } of report.drivers) {
      expect(await follow(texts.href), name).toBe(texts.count);
      expect(lower * upper, name).toBeGreaterThan(0);
      expect(q).toBeLessThanOrEqual(0.05);
    }
    expect(report.newNames).toEqual([]);
    const { body } = await world.ask(`/report/${day}`);
    expect(body).toContain('No name that the night before had not seen.');
    const rows: Record<string, string>[] = parse((await world.ask(`/api/report.csv?day=${day}`)).body, {
      columns: true,
    });
    const drivers = rows.filter(({ part }) => part === 'driver');
    expect(drivers.map(({ effect }) => Number(effect))).toEqual(
      report.drivers.map(({ effect }: { effect: number }) => effect),
    );
  });

  it('puts the difference down to its causes, and they add up', async () => {
    const { differences, before: compared } = (await world.ask('/api/report')).json();
    expect(compared).toBe(before);
    const seen = new Set<string>();
    for (const { category, before: then, now: count, difference, causes } of differences) {
      const sum = causes.reduce(
        (total: number, { added, removed }: { added: { count: number }; removed: { count: number } }) =>
          total + added.count - removed.count,
        0,
      );
      expect(sum, category?.id).toBe(difference);
      expect(then.count + difference).toBe(count.count);
      const erased = causes.find(({ cause }: { cause: string }) => cause === 'erased')?.removed;
      expect(erased?.href ?? null).toBeNull();
      expect(await follow(then.href), category?.id).toBe(then.count - (erased?.count ?? 0));
      for (const { cause } of causes) seen.add(cause);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['erased', 'late', 'relabelled', 'vocabulary']));
  });

  it('says how many numbers were checked, and shows one that differs', async () => {
    const whole = (await world.ask('/api/report')).json();
    expect(whole.check).toMatchObject({ differ: 0, discrepancies: [] });
    expect(whole.check.checked).toBeGreaterThan(400);
    const { database } = world.services;
    await database.query(
      "update tallies set documents = documents + 1 where category = 'delivery' and day = '2025-01-20' and channel = 'email'",
    );
    await mine(database, day);
    const { body } = await world.ask('/report');
    expect(body).toContain('1 differ');
    expect(body).toMatch(/Tally of the pages, Delivery, 2025-01-20, (email|call|survey)/);
    await database.query(
      "update tallies set documents = documents - 1 where category = 'delivery' and day = '2025-01-20' and channel = 'email'",
    );
    await mine(database, day);
  });

  it('has the day before and the day after at hand, and says what to do where there was no night', async () => {
    expect((await world.ask(`/report/${day}`)).body).toContain(`<a href="/report/${before}" rel="prev">`);
    expect((await world.ask(`/report/${before}`)).body).toContain(`<a href="/report/${day}" rel="next">`);
    const none = await world.ask('/report/2020-01-01');
    expect(none.statusCode).toBe(404);
    expect(none.body).toContain('npx earshot nightly --day 2020-01-01');
    expect((await world.ask('/report/2020-02-30')).statusCode).toBe(400);
  });

  it('is a file to keep', async () => {
    const { body, headers } = await world.ask(`/report/${day}/file`);
    expect(headers['content-disposition']).toBe(`attachment; filename="earshot-${day}.html"`);
    expect(body).not.toMatch(/<script|<link/);
    expect(body).toContain('href="http://127.0.0.1:4310/texts?');
  });

  it('is a table, in which each number has its texts and no name is a formula', async () => {
    const { body, headers } = await world.ask('/api/report.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows: Record<string, string>[] = parse(body, { columns: true });
    const report = (await world.ask('/api/report')).json();
    const ofPart = (part: string) => rows.filter((row) => row.part === part);
    expect(ofPart('mover').length).toBe(report.movers.length);
    expect(ofPart('numbers checked')).toMatchObject([{ texts: String(report.check.checked) }]);
    const whole = ofPart('difference').find(({ id, cause }) => id === '' && cause === '')!;
    const parts = ofPart('difference').filter(({ id, cause }) => id === '' && cause !== '');
    expect(parts.reduce((sum, { difference }) => sum + Number(difference), 0)).toBe(Number(whole.difference));
    for (const { difference, href } of parts.filter(({ href }) => href !== '')) {
      expect(await follow(href!)).toBe(Math.abs(Number(difference)));
    }
  });

  it('gives all findings in one shape, as JSON and as a table', async () => {
    const { findings, day: told } = (await world.ask('/api/findings')).json();
    expect(told).toBe(day);
    const kinds = new Set(findings.map(({ kind }: { kind: string }) => kind));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['relation', 'trend']));
    for (const { href, observed } of findings.slice(0, 20)) expect(await follow(href), href).toBe(observed);
    const rows: Record<string, string>[] = parse((await world.ask('/api/findings.csv')).body, { columns: true });
    expect(rows.length).toBe(findings.length);
    expect(Object.keys(rows[0]!)).toEqual(Object.keys(findings[0]));
    const described = (await world.ask('/api/openapi.json')).json().paths;
    for (const path of ['/api/report', '/api/report.csv', '/api/findings', '/api/findings.csv']) {
      expect(described[path].get.responses['200'], path).toBeDefined();
    }
  });
});
