import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '../../../src/store/people/password.ts';

describe('a password hash', () => {
  it('opens for its password alone, whichever way its letters are composed', async () => {
    const hash = await hashPassword('caf\u00e9 au lait');
    expect(await verifyPassword('cafe\u0301 au lait', hash)).toBe(true);
    expect(await verifyPassword('cafe au lait', hash)).toBe(false);
    expect(await verifyPassword('', hash)).toBe(false);
  });

  it('is scrypt with its cost and a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('the same words'), hashPassword('the same words')]);
    expect(one).not.toBe(other);
    const [name, N, r, p, salt = '', key] = one.split('$');
    expect([name, N, r, p]).toEqual(['scrypt', '32768', '8', '3']);
    const options = { N: 32_768, r: 8, p: 3, maxmem: 2 ** 26 };
    expect(scryptSync('the same words', Buffer.from(salt, 'base64url'), 32, options).toString('base64url')).toBe(key);
  });

  it('of an older cost is still read', async () => {
    const salt = Buffer.from('salty');
    const key = scryptSync('an old password', salt, 32, { N: 1024, r: 8, p: 1 });
    const hash = `scrypt$1024$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
    expect(await verifyPassword('an old password', hash)).toBe(true);
    expect(await verifyPassword('a new password', hash)).toBe(false);
  });

  it('that is not there opens for nothing, not even for nothing', async () => {
    expect(await verifyPassword('', null)).toBe(false);
    expect(await verifyPassword('anything', null)).toBe(false);
  });
});
