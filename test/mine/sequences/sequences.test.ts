import { describe, expect, it } from 'vitest';
import { chanceOfOrder } from '../../../src/mine/sequences/chance-of-order.ts';
import { type CustomerEvent, type SequenceSettings, sequences } from '../../../src/mine/sequences/sequences.ts';
import { createRandom } from '../../../src/stats/random.ts';

const settings: SequenceSettings = { withinDays: 14, minimumCustomers: 5, mostEvents: 200 };

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
    expect(lateRefund).toMatchObject({ customers: 40 });
    // By chance late comes before refund in half of the orders: 20 of 40, and all 40 once in 2⁴⁰.
    expect(lateRefund!.expected).toBeCloseTo(20, 10);
    expect(lateRefund!.p * 2 ** 40).toBeCloseTo(1, 6);
    expect(found.some(({ first, then }) => first === 'refund' && then === 'late')).toBe(false);
  });

  it('finds no order among events without one, within the rate asked for', () => {
    let withAny = 0;
    for (let seed = 0; seed < 100; seed++) {
      if (sequences(aimless(seed, 60), settings).some(({ q }) => q <= 0.05)) withAny += 1;
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

  it('gives byte for byte the same for the same events in any order', () => {
    const events = aimless(7, 120);
    const first = JSON.stringify(sequences(events, settings));
    expect(JSON.stringify(sequences(createRandom(3).shuffle([...events]), settings))).toBe(first);
  });

  it('finds nothing in nothing, and refuses days and settings that are none', () => {
    expect(sequences([], settings)).toEqual([]);
    expect(() => sequences([{ customer: 'a', day: Number.NaN, category: 'x' }], settings)).toThrow(
      'customer "a" is on day NaN',
    );
    expect(() => sequences([], { ...settings, mostEvents: 0 })).toThrow('mostEvents is 0; it should be at least 1');
  });
});

describe('chanceOfOrder', () => {
  /** The share of all arrangements that show it, by going through every one. */
  function bruteForce(days: number[], firsts: number, thens: number, withinDays: number): number {
    let [all, shown] = [0, 0];
    const deal = (at: number, dealt: string): void => {
      if (at < days.length) {
        for (const one of ['a', 'b', '-']) deal(at + 1, dealt + one);
        return;
      }
      const count = (letter: string) => [...dealt].filter((one) => one === letter).length;
      if (count('a') !== firsts || count('b') !== thens) return;
      all += 1;
      const shows = days.some((day, first) =>
        days.some((then, at) => dealt[first] === 'a' && dealt[at] === 'b' && then > day && then - day <= withinDays),
      );
      if (shows) shown += 1;
    };
    deal(0, '');
    return shown / all;
  }

  it('is the share of all arrangements, whatever the days', () => {
    const random = createRandom(11);
    for (let round = 0; round < 60; round++) {
      const days = Array.from({ length: 2 + random.below(6) }, () => random.below(40)).sort((a, b) => a - b);
      const firsts = 1 + random.below(days.length - 1);
      const thens = 1 + random.below(days.length - firsts);
      const chance = chanceOfOrder(days, firsts, thens, 14);
      expect(chance, `${days} ${firsts} ${thens}`).toBeCloseTo(bruteForce(days, firsts, thens, 14), 12);
    }
  });

  it('stays a chance for a history of 200 events', () => {
    const days = Array.from({ length: 200 }, (_, at) => at);
    const chance = chanceOfOrder(days, 3, 2, 14);
    expect(chance).toBeGreaterThan(0.3);
    expect(chance).toBeLessThan(0.5);
    expect(chanceOfOrder([1, 1, 1], 1, 2, 14)).toBe(0);
  });
});

describe('a customer of too many events', () => {
  it('is passed over: a shared address is no single person', () => {
    const shared = Array.from({ length: 201 }, (_, at) => ({
      customer: 'desk',
      day: at,
      category: at % 2 ? 'x' : 'y',
    }));
    expect(sequences(shared, { ...settings, minimumCustomers: 1 })).toEqual([]);
    expect(sequences(shared.slice(1), { ...settings, minimumCustomers: 1 })).toHaveLength(2);
  });
});
