import { describe, expect, it } from 'vitest';
import { sequenceExamples } from '../../../src/mine/sequences/sequence-examples.ts';

const event = (customer: string, day: number, category: string) => ({ customer, day, category });

describe('sequenceExamples', () => {
  it('names customers who show the sequence in its order and time, by name, no more than asked for', () => {
    const events = [
      ...[event('zoe', 1, 'late'), event('zoe', 5, 'refund')],
      ...[event('ann', 9, 'refund'), event('ann', 2, 'late')],
      ...[event('backwards', 1, 'refund'), event('backwards', 2, 'late')],
      ...[event('same day', 3, 'late'), event('same day', 3, 'refund')],
      ...[event('too late', 1, 'late'), event('too late', 40, 'refund')],
      ...[event('bob', 1, 'late'), event('bob', 30, 'late'), event('bob', 31, 'refund')],
    ];
    const pair = [
      { first: 'late', then: 'refund' },
      { first: 'refund', then: 'never' },
    ];
    expect(sequenceExamples(events, pair, { withinDays: 14, most: 9 })).toEqual([['ann', 'bob', 'zoe'], []]);
    expect(sequenceExamples(events, pair, { withinDays: 14, most: 2 })).toEqual([['ann', 'bob'], []]);
  });
});
