import { describe, expect, it } from 'vitest';
import { type CustomerEvent, type SequenceSettings, sequences } from '../../src/mine/sequences.ts';
import { createRandom } from '../../src/stats/random.ts';

const settings: SequenceSettings = { withinDays: 14, minimumCustomers: 5, rounds: 499, seed: 1 };

/** Customers who name a few of five categories on days of no meaning. */
function aimless(seed: number, customers: number): CustomerEvent[] {
  const random = createRandom(seed);
  return Array.from({ length: customers }, (_, customer) =>
    Array.from({ length: 2 + random.below(4) }, () => ({
      customer: `c${customer}`,
      day: random.below(60),
      category: `t${random.below(5)}`,
    })),
  ).flat();
}

const planted = (customers: number): CustomerEvent[] =>
  Array.from({ length: customers }, (_, customer) => [
    { customer: `p${customer}`, day: customer, category: 'late' },
    { customer: `p${customer}`, day: customer + 3, category: 'refund' },
    { customer: `p${customer}`, day: customer + 9, category: 'competitor' },
  ]).flat();

describe('sequences', () => {
  it('finds late → refund → competitor in their order, and not backwards', () => {
    const found = sequences([...aimless(1, 300), ...planted(40)], settings);
    const strong = found.filter(({ q }) => q <= 0.05).map(({ first, then }) => `${first} ${then}`);
    expect(strong.sort()).toEqual(['late competitor', 'late refund', 'refund competitor']);
    const lateRefund = found.find(({ first, then }) => first === 'late' && then === 'refund');
    expect(lateRefund).toMatchObject({ customers: 40, p: 1 / 500 });
    // By chance late comes before refund in half of the orders.
    expect(lateRefund!.expected).toBeCloseTo(20, 0);
    expect(found.some(({ first, then }) => first === 'refund' && then === 'late')).toBe(false);
  });

  it('finds no order among events without one, within the rate asked for', () => {
    let withAny = 0;
    for (let seed = 0; seed < 100; seed++) {
      if (sequences(aimless(seed, 60), { ...settings, seed }).some(({ q }) => q <= 0.05)) withAny += 1;
    }
    // 5 of 100 on average, 12 at the 99.9 % point of the binomial.
    expect(withAny).toBeLessThanOrEqual(12);
  });

  it('counts a customer once, within the days asked for, and nothing on one day', () => {
    const events = [
      { customer: 'a', day: 0, category: 'x' },
      { customer: 'a', day: 1, category: 'x' },
      { customer: 'a', day: 14, category: 'y' },
      { customer: 'b', day: 0, category: 'x' },
      { customer: 'b', day: 15, category: 'y' },
      { customer: 'c', day: 7, category: 'x' },
      { customer: 'c', day: 7, category: 'y' },
      { customer: 'd', day: 1, category: 'x' },
    ];
    const found = sequences(events, { ...settings, minimumCustomers: 1 });
    expect(found.map(({ first, then, customers }) => [first, then, customers])).toEqual([['x', 'y', 1]]);
  });

  it('gives byte for byte the same for the same events in any order, and for the same seed', () => {
    const events = aimless(7, 120);
    const first = JSON.stringify(sequences(events, settings));
    expect(JSON.stringify(sequences(createRandom(3).shuffle([...events]), settings))).toBe(first);
    expect(JSON.stringify(sequences(events, { ...settings, seed: 2 }))).not.toBe(first);
  });

  it('finds nothing in nothing, and refuses days and settings that are none', () => {
    expect(sequences([], settings)).toEqual([]);
    expect(() => sequences([{ customer: 'a', day: Number.NaN, category: 'x' }], settings)).toThrow(
      'customer "a" is on day NaN',
    );
    expect(() => sequences([], { ...settings, rounds: 0 })).toThrow('rounds is 0; it should be at least 1');
  });
});
