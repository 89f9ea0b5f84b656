import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../support/engines.ts';
import { signInAs } from './support/people.ts';
import { openWorld, type World } from './support/world.ts';

const [pglite] = testDatabases();

describe('the subscribers of the report', () => {
  let world: World;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const opened = await pglite!.open();
    world = await openWorld(opened.database);
    drop = async () => {
      await world.close();
      await opened.drop();
    };
  });
  afterAll(() => drop());

  const change = (way: string, email: string) =>
    world.ask({ method: 'POST', url: `/api/subscribers/${way}`, payload: { email } });
  const all = async () => (await world.ask('/api/subscribers')).json().subscribers;

  it('are none at first, and the page says what to do', async () => {
    const { body } = await world.ask('/subscribers');
    expect(body).toContain('Nobody yet. Add the first address below.');
    expect(body).toContain('EARSHOT_SMTP_URL');
  });

  it('are added once, whatever the case, and removed', async () => {
    expect((await change('add', 'Jo@Example.com')).json()).toEqual({ changed: true });
    expect((await change('add', 'jo@example.com')).json()).toEqual({ changed: false });
    expect(await all()).toMatchObject([{ email: 'jo@example.com', lastDay: null }]);
    expect((await change('remove', 'jo@example.com')).json()).toEqual({ changed: true });
    expect(await all()).toEqual([]);
    expect((await world.ask('/api/audit')).body).toContain('subscribe');
  });

  it('need an address that is one', async () => {
    for (const email of ['jo', 'jo@', 'a@b, c@d', 'jo@example.com\r\nBcc: x@y.example']) {
      expect((await change('add', email)).statusCode, email).toBe(400);
    }
  });

  it('leave by the link of a mail without being signed in, by one click and not by looking', async () => {
    await change('add', 'kim@example.com');
    const [{ token }] = (await world.services.database.query('select token from subscribers')) as [{ token: string }];
    const page = await world.askAsStranger({ url: `/unsubscribe?token=${token}` });
    expect(page.body).toContain('kim@example.com');
    expect(await all()).toHaveLength(1);
    const done = await world.askAsStranger({
      ...{ method: 'POST', url: `/unsubscribe?token=${token}`, payload: 'List-Unsubscribe=One-Click' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(done.statusCode).toBe(200);
    expect(await all()).toEqual([]);
    const again = await world.askAsStranger({ url: `/unsubscribe?token=${'x'.repeat(32)}` });
    expect(again.body).toContain('No report goes to this address any more.');
  });

  it('speak for themselves, and see no others, where they are no operators', async () => {
    await change('add', 'boss@example.com');
    const ann = await signInAs(world, 'analyst');
    const own = (await ann.ask('/api/subscribers')).json();
    expect(own).toMatchObject({ mayChange: false, subscribers: [] });
    expect(own.own).toContain('@');
    const post = (email: string) => ann.ask({ method: 'POST', url: '/api/subscribers/add', payload: { email } });
    expect((await post(own.own)).json()).toEqual({ changed: true });
    expect((await post('other@example.com')).statusCode).toBe(403);
    expect((await ann.ask('/api/subscribers')).json().subscribers).toMatchObject([{ email: own.own }]);
  });
});
