import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP's choice of 32 MB and a few hundred milliseconds a guess (Password Storage Cheat Sheet). */
const cost = { N: 2 ** 15, r: 8, p: 3 };
const keyBytes = 32;

/** What the store keeps of a password: `scrypt$N$r$p$salt$key`, so that the cost can be raised and old hashes still read. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password.normalize('NFKC'), salt, keyBytes, withMemory(cost));
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether the password is the one of the hash; takes as long where there is no hash, so that nobody learns who exists. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? absent).split('$');
  const wanted = Buffer.from(key, 'base64url');
  const options = withMemory({ N: Number(N), r: Number(r), p: Number(p) });
  const found = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), wanted.length, options);
  return timingSafeEqual(found, wanted) && hash !== null;
}

const absent = [
  'scrypt',
  cost.N,
  cost.r,
  cost.p,
  'AAAAAAAAAAAAAAAAAAAAAA',
  Buffer.alloc(keyBytes).toString('base64url'),
].join('$');

/** Node refuses more than 32 MB unless told; scrypt takes 128·N·r bytes and a little. */
function withMemory({ N, r, p }: { N: number; r: number; p: number }): ScryptOptions {
  return { N, r, p, maxmem: 128 * N * r + 2 ** 24 };
}
