import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoutingQualityView } from '../../dashboards/views/routing-quality.ts';
import { packQuality } from '../../src/route/learned/model-quality.ts';
import { changeCase } from '../../src/store/cases/change-case.ts';
import { addRoutingModel } from '../../src/store/routing/routing-models.ts';
import { insertShadowRoutes } from '../../src/store/routing/shadow-routes.ts';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { addTexts, now } from './support/seed.ts';
import { openWorld, type World } from './support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

/** Sure ones are right; of the unsure ones, every other one is. */
const judged = Array.from({ length: 200 }, (_, at) => ({
  truth: at < 100 || at % 2 === 0 ? 'billing' : 'logistics',
  suggestions: [
    { team: 'billing', score: at < 100 ? 0.95 : 0.5 },
    { team: 'logistics', score: at < 100 ? 0.05 : 0.5 },
  ],
}));

let world: World;
let drop: () => Promise<void>;
let model: number;

beforeAll(async () => {
  const { database, drop: dropDatabase } = await pglite.open();
  await addTexts(database, createCorpus(150));
  world = await openWorld(database);
  drop = async () => {
    await world.close();
    await dropDatabase();
  };
});
afterAll(() => drop());

const read = async (query = '') => (await world.ask(`/api/routing/quality${query}`)).json() as RoutingQualityView;
const post = (url: string, payload?: object) => world.ask({ method: 'POST', url, ...(payload && { payload }) });

describe('the page of routing quality', () => {
  it('says what to do while nothing is closed and nothing is learned', async () => {
    const { body } = await world.ask('/routing/quality');
    expect(body).toContain('No routed case is closed yet');
    expect(body).toContain('npx earshot routing train');
  });

  it('draws the curve of a model for the costs that a lead names', async () => {
    model = await addRoutingModel(
      world.services.database,
      { source: 'history.csv', examples: 800, threshold: 0.4, quality: packQuality(judged) },
      new Map(),
      now,
    );
    const cautious = await read('?misroute=100&look=1');
    expect(cautious.chosen?.best).toMatchObject({ threshold: 0.95, routed: 100, share: 0.5, cost: 0.5 });
    expect(cautious.chosen?.model.now).toMatchObject({ threshold: 0.4, routed: 200, cost: 25 });
    const bold = await read('?misroute=1&look=10');
    expect(bold.chosen?.best.routed).toBe(200);
    expect(bold.chosen?.confusions).toEqual([
      { truth: { team: 'logistics', name: 'Logistics' }, given: { team: 'billing', name: 'Billing' }, count: 50 },
    ]);
  });

  it('takes the threshold that a lead chooses', async () => {
    const answer = await post(`/api/routing/models/${model}/threshold`, { threshold: 0.95 });
    expect((answer.json() as RoutingQualityView).chosen?.model.now.routed).toBe(100);
    expect((await post(`/api/routing/models/${model}/threshold`, { threshold: 2 })).statusCode).toBe(400);
    expect((await post('/api/routing/models/999/threshold', { threshold: 0.5 })).statusCode).toBe(404);
  });

  it('lets a model run in the shadow and shows where it differs', async () => {
    await post(`/api/routing/models/${model}/shadow`);
    const { database } = world.services;
    const cases = await database.query<{ id: number; documentId: number; team: string }>(
      'select id, document_id as "documentId", team from cases order by id limit 10',
    );
    const routes = cases.map(({ documentId }) => ({
      ...{ documentId, candidate: `model ${model}`, team: 'logistics', score: 0.8, because: 'It is sure' },
    }));
    await insertShadowRoutes(database, routes, now);
    const agree = cases.filter(({ team }) => team === 'logistics').length;
    const { shadow } = await read();
    expect(shadow).toMatchObject({ candidate: `model ${model}`, complaints: 10, agree, closed: 0 });
    expect(shadow?.differences).toHaveLength(10 - agree);
  });

  it('counts how many cases stayed where they were sent once they are closed', async () => {
    const { database, routing } = world.services;
    const cases = await database.query<{ id: number }>(
      "update cases set opened_at = $1 where team = 'billing' returning id",
      [now],
    );
    const act = (caseId: number, action: 'close' | 'reassign', team: string | null) =>
      changeCase(database, { caseId, action, team, actor: 'Ann', userId: null, note: '' }, now);
    await act(cases[0]!.id, 'reassign', 'logistics');
    for (const { id } of cases.slice(0, 4)) await act(id, 'close', null);
    const { accuracy, closed } = await read();
    expect(closed).toBe(routing.triage === 'billing' ? 0 : 4);
    expect(accuracy).toMatchObject([{ team: { team: 'billing' }, closed: 4, stayed: 3, share: { share: 0.75 } }]);
    expect(accuracy[0]?.weeks.at(-1)).toBe(0.75);
    expect((await world.ask('/routing/quality')).body).toContain('3 (75.0%)');
  });

  it('goes live and is retired by a form', async () => {
    for (const state of ['live', 'retired']) {
      const answer = await post(`/routing/models/${model}/${state}`);
      expect(answer.headers.location).toBe(`/routing/quality?model=${model}`);
      expect((await read()).models[0]?.state).toBe(state);
    }
    expect((await post(`/routing/models/${model}/candidate`)).statusCode).toBe(400);
  });
});
