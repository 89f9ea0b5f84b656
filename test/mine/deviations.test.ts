import { describe, expect, it } from 'vitest';
import { deviations } from '../../src/mine/deviations.ts';
import { createRandom } from '../../src/stats/random.ts';

const table = (rows: Record<string, Record<string, number>>): Map<string, Map<string, number>> =>
  new Map(Object.entries(rows).map(([category, groups]) => [category, new Map(Object.entries(groups))]));

describe('deviations', () => {
  it("gives IBM's printed cell: row 36, column 24, table 71", () => {
    const cell = deviations(table({ a: { may: 10, june: 26 }, b: { may: 14, june: 21 } })).find(
      ({ category, group }) => category === 'a' && group === 'may',
    );
    expect(cell!.expected.toFixed(8)).toBe('12.16901408');
    expect(cell!.indicator.toFixed(9)).toBe('-0.621777032');
    // fisher.test or G² in R: nothing to see.
    expect(cell!.p).toBeGreaterThan(0.2);
  });

  it('puts what stands out first', () => {
    const rows = {
      fees: { may: 50, june: 52, july: 49 },
      outage: { may: 40, june: 120, july: 38 },
      app: { may: 60, june: 61, july: 58 },
    };
    const [first] = deviations(table(rows));
    expect(first).toMatchObject({ category: 'outage', group: 'june', observed: 120 });
    expect(first!.indicator).toBeGreaterThan(3);
    expect(first!.q).toBeLessThan(1e-4);
  });

  it('finds nothing in tables of chance, within the rate asked for', () => {
    let withAny = 0;
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(seed);
      const counts = new Map(Array.from({ length: 12 }, (_, row) => [`c${row}`, new Map<string, number>()]));
      for (let text = 0; text < 1500; text++) {
        const row = counts.get(`c${random.below(12)}`)!;
        const group = `g${random.below(6)}`;
        row.set(group, (row.get(group) ?? 0) + 1);
      }
      if (deviations(counts).some(({ q }) => q <= 0.05)) withAny += 1;
    }
    expect(withAny).toBeLessThanOrEqual(19);
  });

  it('leaves out rows and columns of nothing, and survives an empty table', () => {
    expect(deviations(new Map())).toEqual([]);
    expect(deviations(table({ a: { may: 0 } }))).toEqual([]);
    expect(deviations(table({ a: { may: 3, june: 0 }, b: { may: 0, june: 0 } }))).toEqual([
      { category: 'a', group: 'may', observed: 3, expected: 3, indicator: 0, p: 1, q: 1 },
    ]);
    expect(() => deviations(table({ a: { may: -1 } }))).toThrow('The count of "a" in "may" is -1');
  });
});
