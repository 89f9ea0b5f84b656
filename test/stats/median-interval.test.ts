import { describe, expect, it } from 'vitest';
import { medianInterval } from '../../src/stats/median-interval.ts';
import { createRandom } from '../../src/stats/random.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('a median with its interval', () => {
  // Conover's table of the sign test: values left out at each end for 95 %.
  it.each([
    [6, 1],
    [8, 1],
    [9, 2],
    [20, 6],
    [50, 18],
    [100, 40],
  ])('of %i values leaves out all but those from the %i. on at either end', (count, rank) => {
    const { lower, upper } = medianInterval(upTo(count));
    expect([lower, upper]).toEqual([rank, count - rank + 1]);
  });

  it('of few has no bounds, and of none no middle', () => {
    expect(medianInterval([3, 1, 2])).toEqual({ count: 3, median: 2, lower: null, upper: null });
    expect(medianInterval([4, 1])).toMatchObject({ median: 2.5 });
    expect(medianInterval([])).toEqual({ count: 0, median: null, lower: null, upper: null });
  });

  it('holds the true median in at least 95 of 100 samples, whatever the law', () => {
    const random = createRandom(11);
    let held = 0;
    for (let round = 0; round < 2000; round++) {
      const { lower, upper } = medianInterval(Array.from({ length: 31 }, () => -Math.log(1 - random.next())));
      if (lower !== null && upper !== null && lower <= Math.LN2 && Math.LN2 <= upper) held++;
    }
    expect(held / 2000).toBeGreaterThan(0.945);
    expect(held / 2000).toBeLessThan(0.995);
  });
});
