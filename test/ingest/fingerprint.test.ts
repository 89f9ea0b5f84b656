import { expect, test } from 'vitest';
import { fingerprint } from '../../src/ingest/fingerprint.ts';

test('white space does not count, words do', () => {
  expect(fingerprint('email', 'id', 'My bill\r\n is wrong ')).toBe(fingerprint('email', 'id', 'My bill is wrong'));
  expect(fingerprint('email', 'id', 'My bill')).not.toBe(fingerprint('email', 'id', 'My bills'));
});

test('parts are kept apart', () => {
  expect(fingerprint('ab', 'c')).not.toBe(fingerprint('a', 'bc'));
  expect(fingerprint('a', null)).toMatch(/^[0-9a-f]{64}$/);
});
