import { describe, expect, it } from 'vitest';
import { createRollUp } from '../../src/classify/categories.ts';
import type { Mention } from '../../src/types.ts';
import { category, taxonomy } from './support.ts';

const grades = { negative: -0.6, neutral: -0.15, positive: 0.15, veryPositive: 0.6 };
const rollUp = createRollUp(
  taxonomy([
    category({ id: 'a' }),
    category({ id: 'a.b' }),
    category({ id: 'a.b.c' }),
    category({ id: 'd', facet: 'product' }),
  ]),
  grades,
);
const mention = (id: string, sentiment: number, polarity: Mention['polarity'] = 'affirmed'): Mention => ({
  sentence: 0,
  start: 0,
  end: 1,
  category: id,
  polarity,
  sentiment,
  score: 1,
  by: 'cue:x',
});

describe('the roll-up of mentions', () => {
  it('counts each mention for its category and for all above it, in the taxonomy’s order', () => {
    const found = rollUp([mention('d', 0.5), mention('a.b.c', -0.8), mention('a', 0.2)]);
    expect(found).toEqual([
      { category: 'a', facet: 'topic', mentions: 2, sentiment: { score: expect.closeTo(-0.3) as number, grade: -1 } },
      { category: 'a.b', facet: 'topic', mentions: 1, sentiment: { score: -0.8, grade: -2 } },
      { category: 'a.b.c', facet: 'topic', mentions: 1, sentiment: { score: -0.8, grade: -2 } },
      { category: 'd', facet: 'product', mentions: 1, sentiment: { score: 0.5, grade: 1 } },
    ]);
  });

  it('leaves out what is denied', () => {
    expect(rollUp([mention('a', 0.5, 'negated')])).toEqual([]);
    expect(rollUp([])).toEqual([]);
  });
});
