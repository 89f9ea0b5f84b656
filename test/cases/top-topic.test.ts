import { expect, it } from 'vitest';
import { topTopic } from '../../src/cases/top-topic.ts';
import type { DocumentCategory } from '../../src/types.ts';

const named = (
  category: string,
  mentions: number,
  score = 0,
  facet: DocumentCategory['facet'] = 'topic',
): DocumentCategory => ({
  ...{ category, mentions, facet },
  sentiment: { score, grade: 0 },
});

it('a complaint is about the topic that it names most, of equals the one it feels worse about', () => {
  expect(topTopic([named('bill', 2), named('line', 3)])).toBe('line');
  expect(topTopic([named('bill', 2, -0.5), named('line', 2, -0.1)])).toBe('bill');
  expect(topTopic([named('line', 2), named('bill', 2)])).toBe('bill');
});

it('headings give way to what stands below them, and only topics count', () => {
  expect(topTopic([named('bill', 9), named('bill.double', 1)])).toBe('bill.double');
  expect(topTopic([named('signal.complaint', 9, 0, 'signal')])).toBeNull();
  expect(topTopic([])).toBeNull();
});
