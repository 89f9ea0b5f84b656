import { expect, test } from 'vitest';
import { generateTexts } from '../../samples/generate/stream.ts';

const thousand = [...generateTexts(1, 1000)];

test('the same seed gives the same texts, and a larger count goes on with others', () => {
  expect([...generateTexts(1, 200)]).toEqual(thousand.slice(0, 200));
  expect([...generateTexts(2, 5)]).not.toEqual(thousand.slice(0, 5));
});

test('texts are about 60 words long and all different', () => {
  const words = thousand.map(({ text }) => text.split(/\s+/).length);
  const mean = words.reduce((sum, count) => sum + count, 0) / words.length;
  expect(mean).toBeGreaterThan(54);
  expect(mean).toBeLessThan(66);
  expect(new Set(thousand.map(({ text }) => text)).size).toBe(1000);
  expect(thousand.filter(({ text }) => /[{}[\]]|undefined/.test(text))).toEqual([]);
});

test('each has a channel, a customer, coded data and a time within the 90 days', () => {
  for (const { channel, customerId, attributes, receivedAt } of thousand) {
    expect(['email', 'survey']).toContain(channel);
    expect(customerId).toMatch(/@/);
    expect(Object.keys(attributes)).toEqual(['age', 'gender', 'region', 'segment', 'product']);
    expect(receivedAt.toISOString() >= '2026-08-18' && receivedAt.toISOString() < '2026-11-16').toBe(true);
  }
});
