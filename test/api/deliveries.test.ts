import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deliveries } from '../../dashboards/views/deliveries.ts';
import { describeDeliveries } from '../../src/api/operations/delivery-metrics.ts';
import type { Database } from '../../src/store/database.ts';
import { listCircuits } from '../../src/store/deliveries/circuits.ts';
import { deliveryTallies } from '../../src/store/deliveries/delivery-tallies.ts';
import { deliverDue } from '../../src/workers/deliver/deliver-due.ts';
import { testDatabases } from '../support/engines.ts';
import { type HookServer, startHookServer } from '../support/hook-server.ts';
import { complain, createClock, outboxOf, pipelineOf, webhook } from '../workers/deliver/support.ts';
import { openWorld, type World } from './support/world.ts';

const [engine] = testDatabases();

describe('what has not arrived', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let world: World;
  let hooks: HookServer;
  const clock = createClock('2025-02-10T12:00:00Z');
  beforeAll(async () => {
    ({ database, drop } = await engine!.open());
    world = await openWorld(database);
    hooks = await startHookServer();
    world.services.destinations = { hook: { ...webhook, url: hooks.url } };
  });
  afterAll(async () => {
    await hooks.close();
    await world.close();
    await drop();
  });
  const deliver = () => deliverDue(outboxOf(database, pipelineOf(world.services.destinations), clock));
  const view = async (query = '') => (await world.ask(`/api/deliveries${query}`)).json() as Deliveries;

  it('is shown with its reason, counted, and sent again by a click', async () => {
    hooks.answer = () => ({ status: 410 });
    const { destinations } = world.services;
    await complain(database, clock, 'The bill <b>is</b> wrong', { cases: { destinations } });
    await complain(database, clock, 'It is wrong again', { cases: { destinations } });
    await deliver();
    const { deliveries, destinations: shown } = await view();
    expect(shown).toMatchObject([{ name: 'hook', on: true, counts: { dead: 2 }, failures: 0, waitingSince: null }]);
    expect(deliveries.map(({ state, reason, nextAt }) => [state, reason, nextAt])).toEqual([
      ['dead', 'It answered 410.', null],
      ['dead', 'It answered 410.', null],
    ]);
    const page = (await world.ask('/deliveries')).body;
    expect(page).toContain('It answered 410.');
    expect(page).toContain(`aria-label="Send ${deliveries[0]!.key} again"`);
    hooks.answer = () => ({ status: 200 });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = `id=${deliveries[0]!.id}`;
    const clicked = await world.ask({ method: 'POST', url: '/deliveries/replay', payload, headers });
    expect(clicked.headers.location).toBe('/deliveries?replayed=1');
    expect((await world.ask('/deliveries?replayed=1')).body).toContain('1 delivery will be sent again now.');
    await deliver();
    expect((await view()).deliveries).toHaveLength(1);
    expect((await view('?state=sent')).deliveries.map(({ id }) => id)).toEqual([deliveries[0]!.id]);
    const all = await world.ask({ method: 'POST', url: '/api/deliveries/replay', payload: { ids: 'all' } });
    expect(all.json()).toEqual({ waiting: 1 });
  });

  it('stands in the metrics, and so does a destination that is left alone', async () => {
    hooks.answer = () => ({ status: 500 });
    for (let at = 0; at < 5; at += 1) {
      await complain(database, clock, `Wrong ${at}`, { cases: { destinations: world.services.destinations } });
    }
    await deliver();
    const lines = describeDeliveries(await deliveryTallies(database), await listCircuits(database), clock.now());
    expect(lines).toContain('earshot_deliveries{destination="hook",state="failed"} 6');
    expect(lines).toContain('earshot_destination_paused{destination="hook"} 1');
    expect((await view()).destinations[0]).toMatchObject({ failures: 6, reason: 'It answered 500.' });
    expect((await world.ask('/deliveries')).body).toMatch(
      /6 failures in a row\.<\/span> It answered 500\. Left alone until/,
    );
  });

  it('says which replay makes no sense', async () => {
    const wrong = await world.ask({ method: 'POST', url: '/api/deliveries/replay', payload: { ids: 'some' } });
    expect(wrong.statusCode).toBe(400);
    expect((await world.ask('/api/deliveries?state=lost')).json().message).toMatch(
      /waiting, failed, sent, dead, dropped/,
    );
  });
});
