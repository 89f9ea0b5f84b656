import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits, fit for a URL or a cookie. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps of a secret: a copy of the store signs nobody in. Random bits need no salt and no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
