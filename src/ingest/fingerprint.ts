import { createHash } from 'node:crypto';

/**
 * SHA-256 in hex over what makes a text the same whatever its wrapping. The parts are the kind of text and what tells
 * it apart: a mail's Message-ID and words, a call's words and id or time, a survey answer's row. White space does not
 * count.
 */
export function fingerprint(...parts: (string | null)[]): string {
  const same = parts.map((part) => (part ?? '').replace(/\s+/g, ' ').trim());
  return createHash('sha256').update(JSON.stringify(same)).digest('hex');
}
