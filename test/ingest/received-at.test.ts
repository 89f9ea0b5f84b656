import { expect, test } from 'vitest';
import { receivedAt } from '../../src/ingest/received-at.ts';

const modifiedAt = new Date('2024-06-01T12:00:00Z');

test('a text is received when it says so', () => {
  expect(receivedAt(new Date('2024-05-01'), modifiedAt)).toEqual(new Date('2024-05-01'));
});

test('the file stands in for no date, one before 1990 and one more than a day ahead', () => {
  expect(receivedAt(null, modifiedAt)).toEqual(modifiedAt);
  expect(receivedAt(new Date(0), modifiedAt)).toEqual(modifiedAt);
  expect(receivedAt(new Date('2038-01-19'), modifiedAt)).toEqual(modifiedAt);
});

test('half a day ahead is another time zone', () => {
  expect(receivedAt(new Date('2024-06-02T00:00:00Z'), modifiedAt)).toEqual(new Date('2024-06-02T00:00:00Z'));
});
