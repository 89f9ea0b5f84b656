import { createHash } from 'node:crypto';

/** SHA-256 in hex of values, one after the other, as JSON. */
export interface Digest {
  add(value: unknown): void;
  hex(): string;
}

export function createDigest(): Digest {
  const hash = createHash('sha256');
  return { add: (value) => void hash.update(`${JSON.stringify(value)}\n`), hex: () => hash.digest('hex') };
}

export function digestOf(value: unknown): string {
  const digest = createDigest();
  digest.add(value);
  return digest.hex();
}
