import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { post } from '../../../src/connect/http/post.ts';
import { isPublicAddress } from '../../../src/connect/http/public-address.ts';
import { type HookServer, startHookServer } from '../../support/hook-server.ts';

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '::127.0.0.1',
    'fec0::1',
  ])('%s is not on the Internet', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['1.1.1.1', '172.15.0.1', '172.32.0.1', '100.128.0.1', '192.0.1.1', '2606:4700::1111', '2a00:1450::1'])(
    '%s is',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe('a request that leaves the house', () => {
  let here: HookServer;
  let elsewhere: HookServer;
  beforeAll(async () => {
    here = await startHookServer();
    elsewhere = await startHookServer();
  });
  beforeEach(() => {
    for (const server of [here, elsewhere]) {
      server.received.length = 0;
      server.answer = () => ({ status: 200 });
    }
  });
  afterAll(async () => {
    await here.close();
    await elsewhere.close();
  });

  const asked: string[] = [];
  const options = (more: object = {}) => ({
    ...{
      method: 'POST' as const,
      headers: { authorization: 'Basic x', 'idempotency-key': 'k' },
      body: '{}',
      timeoutSeconds: 2,
    },
    allowPrivate: false,
    ...more,
  });
  const lookupOf = (addresses: Record<string, string[]>) => async (name: string) => {
    asked.push(name);
    return (addresses[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };

  it('does not reach this machine or a private network, by number or by name', async () => {
    await expect(post(new URL(here.url), options())).rejects.toThrow(
      /"127.0.0.1" is on this machine or in a private network/,
    );
    await expect(post(new URL(`http://[::1]:${here.port}`), options())).rejects.toThrow(/private network/);
    await expect(post(new URL('http://2130706433/'), options())).rejects.toThrow(/private network/);
    const lookup = lookupOf({ 'inside.example': ['10.0.0.7'], 'both.example': ['1.1.1.1', '127.0.0.1'] });
    await expect(post(new URL('http://inside.example'), options({ lookup }))).rejects.toThrow(/private network/);
    await expect(post(new URL('http://both.example'), options({ lookup }))).rejects.toThrow(/private network/);
    expect(here.received).toHaveLength(0);
  });

  it('reaches it where that is allowed, under the name that was asked for', async () => {
    const lookup = lookupOf({ 'inside.example': ['127.0.0.1'] });
    const url = new URL(`http://inside.example:${here.port}/hook?a=b`);
    expect(await post(url, options({ lookup, allowPrivate: true }))).toEqual({ status: 200, body: '' });
    expect(here.received[0]).toMatchObject({ path: '/hook?a=b', headers: { host: `inside.example:${here.port}` } });
  });

  it('asks for the name once, and connects to the address that was checked: a second answer comes too late', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.9']];
    asked.length = 0;
    const lookup = async (name: string) => {
      asked.push(name);
      return answers[asked.length - 1]!.map((address) => ({ address, family: 4 }));
    };
    await post(new URL(`http://turning.example:${here.port}`), options({ lookup, allowPrivate: true }));
    expect(asked).toEqual(['turning.example']);
    expect(here.received).toHaveLength(1);
  });

  it('is not led to another private place by a redirect, even where its own is allowed to be one', async () => {
    const lookup = lookupOf({ 'hook.example': ['127.0.0.1'], 'metadata.example': ['169.254.169.254'] });
    const url = new URL(`http://hook.example:${here.port}`);
    for (const location of [`http://metadata.example/latest`, 'http://169.254.169.254/latest', elsewhere.url]) {
      here.answer = () => ({ status: 307, headers: { location } });
      await expect(post(url, options({ lookup, allowPrivate: true }))).rejects.toThrow(/private network/);
    }
    expect(here.received).toHaveLength(3);
    expect(elsewhere.received).toHaveLength(0);
  });

  it('follows redirects that keep the method, but shows its key to nobody else', async () => {
    here.answer = () => ({ status: 308, headers: { location: `${elsewhere.url}/new` } });
    const answer = await post(new URL(here.url), options({ allowPrivate: true }));
    expect(answer.status).toBe(200);
    expect(elsewhere.received[0]).toMatchObject({ method: 'POST', path: '/new', body: '{}', key: 'k' });
    expect(elsewhere.received[0]!.headers.authorization).toBeUndefined();
    expect(here.received[0]!.headers.authorization).toBe('Basic x');
  });

  it('does not follow others, nor one redirect after another without end', async () => {
    here.answer = () => ({ status: 302, headers: { location: elsewhere.url } });
    expect(await post(new URL(here.url), options({ allowPrivate: true }))).toMatchObject({ status: 302 });
    expect(elsewhere.received).toHaveLength(0);
    here.answer = () => ({ status: 307, headers: { location: here.url } });
    here.received.length = 0;
    expect(await post(new URL(here.url), options({ allowPrivate: true }))).toMatchObject({ status: 307 });
    expect(here.received).toHaveLength(4);
  });

  it('gives up whoever hangs, and reads no answer without end', async () => {
    here.answer = () => 'hang';
    await expect(post(new URL(here.url), options({ allowPrivate: true, timeoutSeconds: 0.2 }))).rejects.toThrow(
      'within 0.2 s',
    );
    here.answer = () => ({ status: 200, body: 'x'.repeat(2_000_000) });
    const { body } = await post(new URL(here.url), options({ allowPrivate: true }));
    expect(body.length).toBeLessThan(400_000);
  });
});
