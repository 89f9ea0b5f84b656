import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignInToken } from '../../src/store/sign-in/create-sign-in-token.ts';
import { testDatabases } from '../support/engines.ts';
import { createCorpus, hostile } from './support/corpus.ts';
import { addFailure, addTexts, mine, now } from './support/seed.ts';
import { localToken, openWorld, origin, type World } from './support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

let world: World;
let drop: () => Promise<void>;

beforeAll(async () => {
  const opened = await pglite.open();
  await addTexts(opened.database, createCorpus(80));
  await addFailure(opened.database, 'b'.repeat(64), `${hostile}.eml`, Buffer.from(hostile));
  await mine(opened.database);
  world = await openWorld(opened.database);
  drop = async () => {
    await world.close();
    await opened.drop();
  };
});
afterAll(() => drop());

const pages = [
  '/',
  '/topics',
  '/topics/delivery.late',
  '/relations',
  '/departments',
  '/departments/logistics',
  '/texts',
  '/texts/1',
  '/cases/1',
  '/failures',
  '/runs',
];

describe('whoever is not signed in', () => {
  it.each(pages)('sees how to sign in instead of %s', async (url) => {
    const response = await world.askAsStranger({ url });
    expect(response.statusCode).toBe(401);
    expect(response.body).toContain('npx earshot sign-in');
    expect(response.body).not.toContain('Corner shop');
  });

  it('gets JSON from the API that says what to do', async () => {
    for (const url of ['/api/overview', '/api/texts/1', '/api/status', '/api/openapi.json', '/api/nothing']) {
      const response = await world.askAsStranger({ url });
      expect(response.statusCode).toBe(401);
      expect(response.json()).toEqual({ statusCode: 401, message: expect.stringContaining('npx earshot sign-in') });
    }
  });

  it('changes nothing', async () => {
    for (const url of [
      '/cases/1/accept',
      '/failures/replay',
      '/runs',
      '/api/nightly',
      '/api/intakes?source=x',
      '/api/sign-in-links',
    ]) {
      expect((await world.askAsStranger({ method: 'POST', url })).statusCode, url).toBe(401);
    }
    expect((await world.ask('/api/cases/1')).json().case.state).toBe('open');
  });

  it('gets style and scripts, which tell nothing, and no other file', async () => {
    for (const url of [
      '/assets/style.css',
      '/assets/style/text.css',
      '/assets/mark.svg',
      '/assets/echarts.js',
      '/assets/browser/charts.js',
    ]) {
      const response = await world.askAsStranger({ url });
      expect([response.statusCode, response.headers['cache-control']], url).toEqual([200, 'no-cache']);
      const again = await world.askAsStranger({ url, headers: { 'if-none-match': String(response.headers.etag) } });
      expect(again.statusCode, url).toBe(304);
    }
    for (const url of [
      '/assets/browser/../../../package.json',
      '/assets/browser/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/assets/package.json',
    ]) {
      const response = await world.askAsStranger({ url });
      expect(response.statusCode, url).toBeGreaterThanOrEqual(400);
      expect(response.body).not.toContain('dependencies');
    }
  });
});

describe('a sign-in link', () => {
  const link = async () => `/sign-in?token=${await createSignInToken(world.services.database, now)}`;

  it('signs in once, with a cookie that scripts and other sites cannot use', async () => {
    const url = await link();
    const first = await world.askAsStranger({ url });
    expect([first.statusCode, first.headers.location]).toEqual([303, '/']);
    expect(first.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    const second = await world.askAsStranger({ url });
    expect(second.statusCode).toBe(401);
    expect(second.body).toContain('used before or has expired');
  });

  it('survives link checkers and browsers that fetch ahead', async () => {
    const url = await link();
    expect((await world.askAsStranger({ url, method: 'HEAD' })).statusCode).toBe(401);
    expect((await world.askAsStranger({ url, headers: { 'sec-purpose': 'prefetch' } })).statusCode).toBe(503);
    expect((await world.askAsStranger({ url })).statusCode).toBe(303);
  });

  it('of somebody else is no use', async () => {
    expect((await world.askAsStranger({ url: '/sign-in?token=guessed' })).statusCode).toBe(401);
  });

  it('is made for the command line, which proves itself by the token of this machine', async () => {
    const post = (token: string) =>
      world.askAsStranger({ method: 'POST', url: '/api/sign-in-links', headers: { authorization: `Bearer ${token}` } });
    expect((await post('another token')).statusCode).toBe(401);
    const { link: made } = (await post(localToken)).json();
    expect(made).toMatch(/^http:\/\/127\.0\.0\.1:4310\/sign-in\?token=[\w-]{40,}$/);
    const { pathname, search } = new URL(made);
    expect((await world.askAsStranger({ url: pathname + search })).statusCode).toBe(303);
  });

  it('ends with signing out', async () => {
    const [cookie] = (await world.askAsStranger({ url: await link() })).cookies;
    const headers = { cookie: `${cookie?.name}=${cookie?.value}`, origin };
    expect((await world.askAsStranger({ url: '/runs', headers })).statusCode).toBe(200);
    expect((await world.askAsStranger({ url: '/sign-out', method: 'POST', headers })).statusCode).toBe(303);
    expect((await world.askAsStranger({ url: '/runs', headers })).statusCode).toBe(401);
  });
});

describe('a request of another site', () => {
  it.each(['evil.example', 'evil.example:4310', '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.0.7'])(
    'under the name "%s" is refused',
    async (host) => {
      const response = await world.ask({ url: '/api/status', headers: { host } });
      expect([400, 421]).toContain(response.statusCode);
      expect(response.body).not.toContain('documents');
    },
  );

  it.each(['localhost:4310', '127.0.0.1', '[::1]:4310', 'earshot.localhost'])(
    'under our own name %s is answered',
    async (host) => {
      const headers = { host, authorization: `Bearer ${localToken}` };
      expect((await world.askAsStranger({ url: '/api/status', headers })).statusCode).toBe(200);
    },
  );

  it.each([
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9999' }],
    [{ 'sec-fetch-site': 'none', origin: '' }],
  ])('that would change something is refused: %j', async (headers) => {
    const response = await world.ask({ method: 'POST', url: '/cases/1/accept', headers });
    expect(response.statusCode).toBe(403);
    expect((await world.ask('/api/cases/1')).json().case.state).toBe('open');
  });

  it('is told by its origin where the browser does not say more', async () => {
    const { cookie } = await session();
    const post = (origin: string | undefined) =>
      world.askAsStranger({ method: 'POST', url: '/runs', headers: { cookie, ...(origin && { origin }) } });
    expect((await post('https://evil.example')).statusCode).toBe(403);
    expect((await post(undefined)).statusCode).toBe(403);
    expect((await post(origin)).statusCode).toBe(303);
  });

  async function session() {
    const token = await createSignInToken(world.services.database, now);
    const [cookie] = (await world.askAsStranger({ url: `/sign-in?token=${token}` })).cookies;
    return { cookie: `${cookie?.name}=${cookie?.value}` };
  }
});

describe('what the server sends', () => {
  it.each(pages)('never lets a text become markup: %s', async (url) => {
    const { body } = await world.ask(url);
    expect(body).not.toMatch(/<script>|<img src=x|onerror=alert\(1\)>/);
    const scripts = [...body.matchAll(/<script([^>]*)>/g)].map(([, attributes = '']) => attributes);
    for (const attributes of scripts) expect(attributes).toMatch(/ src="\/assets\/|type="application\/json"/);
    expect(body).not.toMatch(/\sstyle="|\son\w+="/);
  });

  it('shows hostile text as it was written', async () => {
    const { body } = await world.ask('/texts?q=onerror');
    expect(body).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
  });

  it.each([...pages, '/sign-in', '/nothing', '/assets/style.css'])(
    'forbids what does not come from here: %s',
    async (url) => {
      const { headers } = await world.ask(url);
      const policy = String(headers['content-security-policy']);
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ]) {
        expect(policy).toContain(rule);
      }
      expect(policy).not.toMatch(/unsafe|\*|data:/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
    },
  );

  it('is kept by no cache where it holds what customers said', async () => {
    expect((await world.ask('/texts')).headers['cache-control']).toBe('no-store');
  });

  it('offers what is kept aside as a file to save, never as a page', async () => {
    const response = await world.ask(`/failures/${'b'.repeat(64)}/bytes`);
    expect(response.headers['content-type']).toBe('application/octet-stream');
    expect(response.headers['content-disposition']).toMatch(/^attachment; filename="kept-aside-b{16}\.bin"$/);
    expect(response.rawPayload).toEqual(Buffer.from(hostile));
  });
});

describe('the log', () => {
  it('says who asked for which page, and neither what they searched nor how they signed in', async () => {
    world.logLines.length = 0;
    await world.ask('/texts?q=secretword&customer=C-7');
    await world.askAsStranger({ url: `/sign-in?token=secrettoken` });
    const log = world.logLines.join('');
    expect(log).toContain('"route":"/texts"');
    expect(log).toContain('"who":"browser"');
    expect(log).not.toMatch(/secretword|secrettoken|C-7/);
  });
});

describe('signing in by guessing', () => {
  it('is slowed down after twenty tries in a minute', async () => {
    const codes: number[] = [];
    for (let guess = 0; guess < 30; guess++) {
      codes.push(
        (await world.askAsStranger({ url: `/sign-in?token=guess-${guess}`, remoteAddress: '127.0.0.9' })).statusCode,
      );
    }
    expect(codes.slice(0, 20).every((code) => code === 401)).toBe(true);
    expect(codes.slice(20).every((code) => code === 429)).toBe(true);
  });
});
