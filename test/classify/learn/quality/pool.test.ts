import { describe, expect, it } from 'vitest';
import { decide } from '../../../../src/classify/learn/quality/decide.ts';
import { fitShares, poolScores } from '../../../../src/classify/learn/quality/pool.ts';
import { solve } from '../../../../src/classify/learn/quality/solve.ts';
import { createRandom } from '../../../../src/stats/random.ts';

/** Texts whose labels are drawn from softmax(z / T): so scores z are T times too sure. */
function drawn(temperature: number, count = 4000) {
  const random = createRandom(3);
  const z = Float32Array.from({ length: count * 3 }, () => random.next() * 6 - 3);
  const truths = Array.from({ length: count }, (_, row) => {
    const { probabilities } = decide(
      z.subarray(row * 3, row * 3 + 3).map((value) => value / temperature),
      false,
    );
    const u = random.next();
    return [u < probabilities[0]! ? 0 : u < probabilities[0]! + probabilities[1]! ? 1 : 2];
  });
  return { z, examples: { labels: ['a', 'b', 'c'], multi: false, truths } };
}

describe('the shares of experts', () => {
  it('are 1/T for one expert that is T times too sure, or not sure enough', () => {
    for (const temperature of [0.5, 2]) {
      const { z, examples } = drawn(temperature);
      expect(fitShares([z], examples).shares[0]! * temperature).toBeCloseTo(1, 0.9);
    }
  });

  it('are nothing for an expert that knows nothing', () => {
    const { z, examples } = drawn(1);
    const random = createRandom(9);
    const noise = z.map(() => random.next() * 6 - 3);
    const { shares, loss } = fitShares([z, noise], examples);
    expect(shares[0]).toBeCloseTo(1, 0.9);
    expect(Math.abs(shares[1]!)).toBeLessThan(0.05);
    expect(loss).toBeLessThanOrEqual(fitShares([z], examples).loss);
  });

  it('do not break where two experts say the same', () => {
    const { z, examples } = drawn(2);
    const { shares } = fitShares([z, z], examples);
    expect(shares[0]! + shares[1]!).toBeCloseTo(0.5, 1);
  });

  it('are found for texts of several labels, too', () => {
    const random = createRandom(4);
    const z = Float32Array.from({ length: 8000 }, () => random.next() * 6 - 3);
    const truths = Array.from({ length: 4000 }, (_, row) =>
      [0, 1].filter((k) => random.next() < 1 / (1 + Math.exp(-z[row * 2 + k]! / 2))),
    );
    expect(fitShares([z], { labels: ['a', 'b'], multi: true, truths }).shares[0]).toBeCloseTo(0.5, 1);
  });

  it('scale what the experts say', () => {
    const pooled = poolScores([Float32Array.of(1, 2), Float32Array.of(10, 20)], [2, 0.1]);
    expect([...pooled].map((value) => Number(value.toFixed(5)))).toEqual([3, 6]);
  });
});

describe('an answer', () => {
  it('is the likeliest label with its probability', () => {
    const { given, score } = decide([0, Math.log(3)], false);
    expect(given).toEqual([1]);
    expect(score).toBeCloseTo(0.75, 10);
  });

  it('is every label likelier than not, with the probability that all of it is right', () => {
    const { given, score } = decide([Math.log(3), Math.log(4), Math.log(1 / 9)], true);
    expect(given).toEqual([0, 1]);
    expect(score).toBeCloseTo(0.75 * 0.8 * 0.9, 10);
    expect(decide([-1, -2], true).given).toEqual([]);
  });

  it('does not overflow', () => {
    expect(decide([1000, 0], false).score).toBe(1);
  });
});

describe('solving a few equations', () => {
  it('gives the known answer', () => {
    expect(
      solve(
        [
          [4, 1],
          [1, 3],
        ],
        [1, 2],
      ).map((x) => Number(x.toFixed(10))),
    ).toEqual([0.0909090909, 0.6363636364]);
  });
});
