import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../../support/engines.ts';
import { signInAs } from '../support/people.ts';
import { openWorld, origin, type World } from '../support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

let world: World;
let drop: () => Promise<void>;
const password = 'correct horse battery';
const person = { name: 'Jo <b>', email: 'jo@example.com', role: 'analyst' };

beforeAll(async () => {
  const opened = await pglite.open();
  world = await openWorld(opened.database);
  drop = async () => {
    await world.close();
    await opened.drop();
  };
});
afterAll(() => drop());

const form = (url: string, fields: Record<string, string>, remoteAddress = '127.0.0.1') =>
  world.askAsStranger({
    ...{ method: 'POST', url, remoteAddress, payload: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', origin },
  });
const tokenIn = (body: string) => /invitation\?token=([\w-]+)/.exec(body)?.[1] ?? '';

describe('a person', () => {
  it('is added by an operator, chooses a password by the link, and is signed in', async () => {
    const added = await world.ask({ method: 'POST', url: '/users', payload: person });
    expect(added.body).toContain('Give Jo &lt;b&gt; this link');
    const token = tokenIn(added.body);
    const page = await world.askAsStranger({ url: `/invitation?token=${token}` });
    expect(page.body).toContain('Welcome, Jo &lt;b&gt;');
    const mistyped = await form('/invitation', { token, password, again: 'something else' });
    expect([mistyped.statusCode, mistyped.body.includes('not the same')]).toEqual([400, true]);
    const short = await form('/invitation', { token, password: 'short', again: 'short' });
    expect(short.body).toContain('has 5 characters; it needs at least 10');
    const chosen = await form('/invitation', { token, password, again: password });
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/']);
    expect(chosen.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    const again = await form('/invitation', { token, password, again: password });
    expect([again.statusCode, again.body.includes('used before')]).toEqual([401, true]);
  });

  it('signs in by email and password, and is known by name', async () => {
    const response = await form('/sign-in', { email: ' JO@example.com', password });
    expect(response.statusCode).toBe(303);
    const [cookie] = response.cookies;
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    const page = await world.askAsStranger({ url: '/', headers });
    expect(page.body).toContain('Jo &lt;b&gt;</a>');
    expect(page.body).not.toContain('href="/users"');
    expect((await world.askAsStranger({ url: '/users', headers })).statusCode).toBe(403);
  });

  it('is told the same for a wrong password as for a wrong email', async () => {
    const wrong = await form('/sign-in', { email: person.email, password: 'not this one' });
    const nobody = await form('/sign-in', { email: 'nobody@example.com', password });
    for (const { statusCode, body } of [wrong, nobody]) {
      expect(statusCode).toBe(401);
      expect(body).toContain('Email and password do not go together.');
    }
  });

  it('changes the password, which signs other browsers out and keeps this one', async () => {
    const first = await form('/sign-in', { email: person.email, password });
    const second = await form('/sign-in', { email: person.email, password });
    const headersOf = (response: typeof first) => ({
      cookie: `${response.cookies[0]?.name}=${response.cookies[0]?.value}`,
    });
    const change = (current: string) =>
      world.askAsStranger({
        ...{ method: 'POST', url: '/account', headers: { ...headersOf(first), origin } },
        payload: { current, password: 'a quite different one', again: 'a quite different one' },
      });
    expect((await change('not the one')).statusCode).toBe(400);
    const changed = await change(password);
    expect(changed.statusCode).toBe(200);
    expect((await world.askAsStranger({ url: '/account', headers: headersOf(second) })).statusCode).toBe(401);
    expect((await world.askAsStranger({ url: '/account', headers: headersOf(changed) })).statusCode).toBe(200);
    expect((await form('/sign-in', { email: person.email, password })).statusCode).toBe(401);
  });

  it('is switched off by an operator and cannot come back', async () => {
    const { id } = (await world.ask('/api/users')).json().users[0];
    const act = (action: string, payload = {}) =>
      world.ask({ method: 'POST', url: `/api/users/${id}/${action}`, payload });
    expect((await act('role', { role: 'boss' })).json().message).toContain('"role" is "boss"; it should be one of');
    expect((await act('role', { role: 'lead' })).statusCode).toBe(200);
    expect((await act('disable')).statusCode).toBe(200);
    const refused = await form('/sign-in', { email: person.email, password: 'a quite different one' });
    expect(refused.statusCode).toBe(401);
    expect((await act('invite')).statusCode).toBe(409);
    expect((await world.ask('/api/users')).json().users[0]).toMatchObject({
      role: 'lead',
      disabledAt: expect.any(String),
    });
  });

  it('cannot be added twice, nor without what is needed', async () => {
    const add = async (given: object) => {
      const { statusCode, body } = await world.ask({ method: 'POST', url: '/api/users', payload: given });
      return [statusCode, JSON.parse(body).message];
    };
    expect(await add({ ...person, email: 'JO@EXAMPLE.COM' })).toEqual([
      409,
      expect.stringContaining('is here already'),
    ]);
    expect(await add({ ...person, email: 'jo' })).toEqual([400, expect.stringContaining('it should look like')]);
    expect(await add({ name: 'Jo' })).toEqual([400, '"email" is missing.']);
    expect(await add({ ...person, email: 'x@y.z', admin: true })).toEqual([
      400,
      '"admin" is not known here; leave it out.',
    ]);
  });

  it('cannot switch themselves off', async () => {
    const operator = await signInAs(world, 'operator');
    const response = await operator.ask({ method: 'POST', url: `/api/users/${operator.userId}/disable` });
    expect(response.json().message).toContain('Nobody can switch themselves off');
  });
});

describe('the trail', () => {
  it('tells operators all of it, the latest first, with names and without passwords', async () => {
    const { events } = (await world.ask('/api/audit')).json();
    const said = events.map(({ actor, action }: Record<string, string>) => `${actor}: ${action}`);
    for (const line of ['browser: added', 'Jo <b>: chose a password', 'Jo <b>: signed in', 'browser: switched off']) {
      expect(said).toContain(line);
    }
    expect(events.find(({ action }: { action: string }) => action === 'gave another role').detail).toEqual({
      ...{ from: 'analyst', to: 'lead' },
    });
    expect(JSON.stringify(events)).not.toMatch(/correct horse|quite different/);
    const page = await world.ask('/audit?action=signed+in');
    expect(page.body).toContain('Jo &lt;b&gt;');
    expect(page.body).not.toContain('<td>added</td>');
  });

  it('is told a page at a time', async () => {
    const first = (await world.ask('/api/audit?limit=2')).json();
    expect(first.events.length).toBe(2);
    const second = (await world.ask(`/api${first.next}`)).json();
    expect(second.events[0].id).toBeLessThan(first.events[1].id);
  });
});

describe('passwords', () => {
  it('and tokens never reach the log', () => {
    expect(world.logLines.join('')).not.toMatch(/correct horse|quite different|jo@example|invitation\?token/i);
  });

  it('are not taken from another site', async () => {
    const response = await world.askAsStranger({
      ...{ method: 'POST', url: '/sign-in', payload: { email: person.email, password } },
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    });
    expect(response.statusCode).toBe(403);
  });

  it('are not guessed: after ten wrong ones for an email, from wherever, even the right one waits', async () => {
    const added = await world.ask({
      method: 'POST',
      url: '/api/users',
      payload: { ...person, email: 'al@example.com' },
    });
    const { id } = added.json();
    await world.ask({ method: 'POST', url: `/api/users/${id}/password`, payload: { password } });
    for (let guess = 0; guess < 10; guess++) {
      const { statusCode } = await form(
        '/sign-in',
        { email: 'al@example.com', password: `guess ${guess}` },
        `10.0.0.${guess}`,
      );
      expect(statusCode).toBe(401);
    }
    const right = await form('/sign-in', { email: 'al@example.com', password }, '10.0.1.1');
    expect([right.statusCode, right.body.includes('Too many wrong passwords')]).toEqual([429, true]);
  });
});
