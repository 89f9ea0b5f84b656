import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/stats/random.ts';

describe('createRandom', () => {
  it('gives the reference sequence of xoshiro128** from the state 1, 2, 3, 4', () => {
    const random = createRandom([1, 2, 3, 4]);
    const words = Array.from({ length: 10 }, () => random.word());
    expect(words).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('gives the same stream for the same seed and another for the next', () => {
    const stream = (seed: number): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 8 }, () => random.next());
    };
    expect(stream(7)).toEqual(stream(7));
    expect(stream(7)).not.toEqual(stream(8));
    expect(createRandom(42).word()).toBe(660444221);
  });

  it('spreads evenly over a small range', () => {
    const random = createRandom(1);
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 70_000; i++) counts[random.below(7)]! += 1;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // The 99.9 % point of chi-squared with 6 degrees of freedom.
    expect(chiSquared).toBeLessThan(22.46);
    expect(random.next()).toBeLessThan(1);
  });

  it('shuffles into every order equally often, losing nothing', () => {
    const random = createRandom(3);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = random.shuffle(['a', 'b', 'c', 'd']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // The 99.9 % point of chi-squared with 23 degrees of freedom.
    expect(chiSquared).toBeLessThan(49.73);
  });

  it('refuses seeds that are no 32-bit numbers, an empty state and an empty range', () => {
    expect(() => createRandom(-1)).toThrow('seed of createRandom is -1');
    expect(() => createRandom(2 ** 32)).toThrow('should be below 2³²');
    expect(() => createRandom([0, 0, 0, 0])).toThrow('not all 0');
    expect(() => createRandom(1).below(0)).toThrow('limit of below is 0');
  });
});
