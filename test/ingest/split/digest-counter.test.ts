import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { digestCounter } from '../../../src/ingest/split/digest-counter.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

test('each digest is counted by itself, also after the table has grown', () => {
  const metBefore = digestCounter();
  for (let index = 0; index < 5000; index++) expect(metBefore(digest(`text ${index}`))).toBe(0);
  for (let index = 0; index < 5000; index += 7) expect(metBefore(digest(`text ${index}`))).toBe(1);
  expect(metBefore(digest('text 0'))).toBe(2);
  expect(metBefore(digest('text 1'))).toBe(1);
});

test('a digest that begins with zeros is counted like any other', () => {
  const metBefore = digestCounter();
  expect([metBefore(Buffer.alloc(32)), metBefore(Buffer.alloc(32)), metBefore(Buffer.alloc(32))]).toEqual([0, 1, 2]);
});
