import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { addTexts, mine } from './support/seed.ts';
import { openWorld, type World } from './support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

let world: World;
let drop: () => Promise<void>;

beforeAll(async () => {
  const opened = await pglite.open();
  await addTexts(opened.database, createCorpus(300));
  await mine(opened.database);
  world = await openWorld(opened.database);
  drop = async () => {
    await world.close();
    await opened.drop();
  };
});
afterAll(() => drop());

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

describe('the description of the API', () => {
  async function operations(): Promise<[path: string, method: string, operation: Operation][]> {
    const { paths } = (await world.ask('/api/openapi.json')).json<{
      paths: Record<string, Record<string, Operation>>;
    }>();
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, string, Operation] => [path, method, operation]),
    );
  }

  it('is OpenAPI 3.1 and holds every route under /api/ with a summary and a described answer', async () => {
    const document = (await world.ask('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const all = await operations();
    expect(all.length).toBeGreaterThanOrEqual(18);
    for (const [path, method, operation] of all) {
      expect(path, method).toMatch(/^\/api\//);
      expect(operation.summary, `${method} ${path}`).toMatch(/\w/);
      expect(Object.keys(operation.responses), `${method} ${path}`).toContain('200');
    }
  });

  it('names every condition of a filter', async () => {
    const texts = (await operations()).find(([path]) => path === '/api/texts');
    const names = texts?.[2].parameters?.map(({ name }) => name) ?? [];
    for (const name of [
      'category',
      'channel',
      'from',
      'to',
      'grade',
      'attribute',
      'q',
      'team',
      'state',
      'overdueAt',
      'through',
      'after',
    ]) {
      expect(names).toContain(name);
    }
  });
});

describe('an answer of the API', () => {
  it('holds what the page shows', async () => {
    const { texts, found } = (await world.ask('/api/texts?category=delivery.late')).json();
    const page = (await world.ask('/texts?category=delivery.late')).body;
    expect(page).toContain(`data-found="${found}"`);
    for (const { id } of texts) expect(page).toContain(`data-text="${id}"`);
  });

  it('marks the evidence of a text at the very words', async () => {
    const { texts } = (await world.ask('/api/texts?category=delivery.damaged')).json();
    const text = (await world.ask(`/api${texts[0].href}`)).json();
    const sentences: { parts: { text: string; categories: string[] }[] }[] = text.turns.flatMap(
      (turn: { sentences: object[] }) => turn.sentences,
    );
    const marked = sentences
      .flatMap(({ parts }) => parts)
      .filter(({ categories }) => categories.includes('delivery.damaged'));
    expect(marked.map((part) => part.text)).toContain('broken open');
    const damaged = text.categories.find(
      ({ category }: { category: { id: string } }) => category.id === 'delivery.damaged',
    );
    expect(damaged).toMatchObject({ words: ['broken open'], shown: true });
    const above = text.categories.find(({ category }: { category: { id: string } }) => category.id === 'delivery');
    expect(above).toMatchObject({ words: [], colour: null });
  });

  it('shows a call turn by turn and loses no word of it', async () => {
    const { texts } = (await world.ask('/api/texts?channel=call&understood=true')).json();
    const call = (await world.ask(`/api${texts[0].href}`)).json();
    expect(new Set(call.turns.map(({ role }: { role: string }) => role))).toEqual(new Set(['agent', 'customer']));
    const shown = call.turns.flatMap((turn: { sentences: { parts: { text: string }[] }[] }) =>
      turn.sentences.map(({ parts }) => parts.map((part) => part.text).join('')),
    );
    const [stored] = await world.services.database.query<{ text: string }>('select text from documents where id = $1', [
      call.id,
    ]);
    expect(shown.join(' ').replace(/\s+/g, ' ')).toBe(stored?.text.trim().replace(/\s+/g, ' '));
  });

  it('sorts relations as asked, and finds those of one category', async () => {
    const ascending = (await world.ask('/api/relations?sort=observed&order=asc')).json().rows;
    const observed = ascending.map((row: { observed: { count: number } }) => row.observed.count);
    expect(observed).toEqual(observed.toSorted((a: number, b: number) => a - b));
    const { rows } = (await world.ask('/api/relations?category=signal.leave')).json();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect([row.antecedent.id, row.consequent.id]).toContain('signal.leave');
  });

  it('finds the relation that the texts were given', async () => {
    const { findings } = (await world.ask('/api/overview')).json();
    const pairs = findings.map(
      (row: { antecedent: { id: string }; consequent: { id: string } }) =>
        `${row.antecedent.id} + ${row.consequent.id}`,
    );
    expect(pairs).toContain('delivery.late + signal.leave');
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    ['/api/texts?channel=fax', 400, '"channel" should be one of email, call, survey.'],
    ['/api/texts?grade=7', 400, '"grade" must be <= 2.'],
    ['/api/texts?from=2025-02-30', 400, 'no day of the calendar'],
    ['/api/texts?form=2025-02-03', 400, '"form" is not known here; leave it out.'],
    ['/api/texts?attribute=north', 400, '"attribute" must match pattern'],
    ['/api/texts/0', 400, '"id" must be >= 1.'],
    ['/api/texts/99999999', 404, 'There is no text 99999999.'],
    ['/api/topics/nothing', 404, 'There is no topic "nothing".'],
    ['/api/departments/nobody', 404, 'There is no department "nobody".'],
    ['/api/cases/4711', 404, 'There is no case 4711.'],
    ['/api/nothing', 404, 'There is no page GET /api/nothing.'],
    ['/api/relations?sort=beauty', 400, '"sort" should be one of observed, expected'],
  ])('%s says why, as JSON', async (url, status, message) => {
    const response = await world.ask(url);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ statusCode: status, message: expect.stringContaining(message) });
  });

  it.each([
    ['/texts?from=2025-02-30', 400],
    ['/topics/nothing', 404],
    ['/nothing', 404],
    [`/${'x'.repeat(400)}`, 404],
    ['/texts/%E0%A4%A', 400],
  ])('%s says why, as a page', async (url, status) => {
    const response = await world.ask(url);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('text/html');
    expect(response.body).toContain('Go to the overview');
  });

  it('for a reason of our own keeps the reason for the log', async () => {
    const { database } = world.services;
    await database.query('alter table tallies rename to lost');
    const response = await world.ask('/api/overview');
    await database.query('alter table lost rename to tallies');
    expect(response.statusCode).toBe(500);
    const { message, reference } = response.json();
    expect(message).toBe('Earshot could not do this. Try again in a moment.');
    expect(response.body).not.toMatch(/tallies|at .*\.ts/);
    expect(world.logLines.join('')).toContain(reference);
    expect((await world.ask('/api/overview')).statusCode).toBe(200);
  });
});
