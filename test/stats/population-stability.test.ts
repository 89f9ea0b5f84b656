import { describe, expect, it } from 'vitest';
import { populationStability } from '../../src/stats/population-stability.ts';
import { createRandom } from '../../src/stats/random.ts';

describe('populationStability', () => {
  it('is 0 for equal shares', () => {
    expect(populationStability([100, 300], [100, 300])).toEqual({ index: 0, p: 1 });
  });

  it('is the sum over shares that one computes by hand', () => {
    // Large counts make the added halves vanish: (0.5 − 0.6)·ln(0.5/0.6) + (0.5 − 0.4)·ln(0.5/0.4) = 0.040547.
    expect(populationStability([5_000_000, 5_000_000], [6_000_000, 4_000_000]).index).toBeCloseTo(0.040547, 6);
  });

  it('alarms at p as often as p says where nothing changed', () => {
    const random = createRandom(3);
    const draw = (): number[] => {
      const counts = [0, 0, 0, 0, 0];
      for (let i = 0; i < 500; i += 1) counts[random.below(5)]! += 1;
      return counts;
    };
    let alarms = 0;
    for (let round = 0; round < 2000; round += 1) if (populationStability(draw(), draw()).p < 0.05) alarms += 1;
    expect(alarms / 2000).toBeGreaterThan(0.035);
    expect(alarms / 2000).toBeLessThan(0.065);
  });

  it('refuses what cannot be compared', () => {
    expect(() => populationStability([1], [1])).toThrow('two values or more');
    expect(() => populationStability([1, 2], [0, 0])).toThrow('observations on both sides');
  });
});
