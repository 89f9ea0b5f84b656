import { describe, expect, it } from 'vitest';
import { leastSquares, type RegressionRow } from '../../src/stats/least-squares.ts';

const over = (rows: RegressionRow[]) => (visit: (row: RegressionRow) => void) => rows.forEach(visit);

// J. W. Longley, Journal of the American Statistical Association 62, 1967, as NIST's Statistical Reference Datasets print it.
const longley = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
];

describe('leastSquares', () => {
  it("finds NIST's certified coefficients of Longley's data, the years counted from their middle", () => {
    const rows = longley.map(([outcome, ...others]) => ({
      columns: [0, 1, 2, 3, 4, 5, 6],
      values: [1, ...others.slice(0, 5), others[5]! - 1954.5],
      outcome: outcome!,
    }));
    const { coefficients, explained } = leastSquares(over(rows), 7);
    const certified = [15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359, -0.0511041056535807];
    for (const [at, right] of certified.entries()) {
      expect(coefficients[at + 1]!.value! / right, `B${at + 1}`).toBeCloseTo(1, 4);
    }
    expect(coefficients[6]!.value! / 1829.15146461355).toBeCloseTo(1, 5);
    expect(explained).toBeCloseTo(0.995479004577296, 6);
  });

  it('of one group against another is the difference of means, its error that of Welch but for the divisors', () => {
    const groups = [
      [1, 2, 4, 7],
      [10, 12, 11, 15, 20],
    ];
    const rows = groups.flatMap((values, group) =>
      values.map((outcome) => ({ columns: group === 0 ? [0] : [0, 1], outcome })),
    );
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = (values: number[]) =>
      values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / values.length ** 2;
    const [, difference] = leastSquares(over(rows), 2).coefficients;
    expect(difference!.value).toBeCloseTo(mean(groups[1]!) - mean(groups[0]!), 12);
    expect(difference!.error).toBeCloseTo(Math.sqrt((9 / 7) * (spread(groups[0]!) + spread(groups[1]!))), 12);
  });

  it('drops what others determine, and what is never there', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({
      columns: [0, ...(at % 3 === 0 ? [1, 2] : []), ...(at % 2 === 0 ? [3] : [])],
      outcome: (at % 3 === 0 ? 2 : 0) + (at % 2 === 0 ? 1 : 0),
    }));
    const { coefficients } = leastSquares(over(rows), 5);
    expect(coefficients[1]!.value).toBeCloseTo(2, 10);
    expect(coefficients[2]).toEqual({ value: null, error: null });
    expect(coefficients[3]!.value).toBeCloseTo(1, 10);
    expect(coefficients[4]).toEqual({ value: null, error: null });
  });

  it('refuses fewer rows than columns', () => {
    expect(() => leastSquares(over([{ columns: [0], outcome: 1 }]), 1)).toThrow('1 rows for 1 columns');
  });
});
