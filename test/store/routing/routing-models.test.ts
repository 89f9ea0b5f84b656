import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import {
  addRoutingModel,
  listRoutingModels,
  routingModelFiles,
  runningRoutingModels,
  setModelState,
  setModelThreshold,
} from '../../../src/store/routing/routing-models.ts';
import { testDatabases } from '../../support/engines.ts';

const now = new Date('2026-03-01T10:00:00Z');
const made = { source: 'history.csv', examples: 20, threshold: 0.8, quality: { judged: [] } };

describe.each(testDatabases())('models that route, on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  const states = async () => (await listRoutingModels(db)).map(({ id, state }) => [id, state]);

  it('keep their files byte for byte and begin as candidates', async () => {
    const files = new Map([
      ['card.json', Buffer.from('{}')],
      ['weights.bin', Buffer.from([0, 255, 10, 13, 92])],
    ]);
    const id = await addRoutingModel(db, made, files, now);
    const kept = await routingModelFiles(db, id);
    expect([...kept].map(([name, bytes]) => [name, [...bytes]])).toEqual([
      ['card.json', [123, 125]],
      ['weights.bin', [0, 255, 10, 13, 92]],
    ]);
    expect(await listRoutingModels(db)).toEqual([{ id, ...made, madeAt: now, changedAt: now, state: 'candidate' }]);
  });

  it('go live one at a time: the one before is retired, and can come back', async () => {
    const [first] = await listRoutingModels(db);
    const second = await addRoutingModel(db, made, new Map(), now);
    await setModelState(db, first!.id, 'live', now);
    await setModelState(db, second, 'shadow', now);
    expect((await runningRoutingModels(db)).map(({ state }) => state)).toEqual(['live', 'shadow']);
    await setModelState(db, second, 'live', now);
    expect(await states()).toEqual([
      [second, 'live'],
      [first!.id, 'retired'],
    ]);
    await setModelState(db, first!.id, 'live', now);
    expect(await states()).toEqual([
      [second, 'retired'],
      [first!.id, 'live'],
    ]);
  });

  it('stand one at a time in the shadow', async () => {
    const third = await addRoutingModel(db, made, new Map(), now);
    const [, second] = await listRoutingModels(db);
    await setModelState(db, second!.id, 'shadow', now);
    await setModelState(db, third, 'shadow', now);
    expect((await states()).slice(0, 2)).toEqual([
      [third, 'shadow'],
      [second!.id, 'candidate'],
    ]);
  });

  it('change their threshold, and say where there is no such model', async () => {
    const [latest] = await listRoutingModels(db);
    expect(await setModelThreshold(db, latest!.id, 0.9)).toBe(true);
    expect((await listRoutingModels(db))[0]?.threshold).toBe(0.9);
    expect(await setModelThreshold(db, 999, 0.9)).toBe(false);
    expect(await setModelState(db, 999, 'live', now)).toBe(false);
  });
});
