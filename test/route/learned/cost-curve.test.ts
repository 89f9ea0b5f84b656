import { describe, expect, it } from 'vitest';
import { costAt, costCurve } from '../../../src/route/learned/cost-curve.ts';
import type { JudgedRoute } from '../../../src/route/learned/judged-route.ts';
import { createRandom } from '../../../src/stats/random.ts';

const judge = (score: number, right: boolean): JudgedRoute => ({
  truth: 'billing',
  suggestions: [{ team: right ? 'billing' : 'network', score }],
});

describe('costCurve', () => {
  const four = [judge(0.9, true), judge(0.8, true), judge(0.7, false), judge(0.6, true)];

  it('counts what is routed, what is right, and what it costs at each threshold', () => {
    const { points } = costCurve(four, { misroute: 10, look: 1 }, 0.95);
    expect(points.map(({ threshold, routed, right, cost }) => [threshold, routed, right, cost])).toEqual([
      [Infinity, 0, 0, 1],
      [0.9, 1, 1, 0.75],
      [0.8, 2, 2, 0.5],
      [0.7, 3, 2, 2.75],
      [0.6, 4, 3, 2.5],
    ]);
  });

  it('picks the threshold of least cost', () => {
    expect(costCurve(four, { misroute: 10, look: 1 }, 0.95).best.threshold).toBe(0.8);
    expect(costCurve(four, { misroute: 1, look: 1 }, 0.95).best.threshold).toBe(0.6);
    expect(costCurve(four, { misroute: 1, look: 0 }, 0.95).best.routed).toBe(0);
  });

  it('gives the error with its Wilson interval', () => {
    const { errors } = costAt(four, 0.7, { misroute: 1, look: 1 }, 0.95);
    expect(errors.share).toBeCloseTo(1 / 3, 12);
    expect(errors.lower).toBeCloseTo(0.0615, 4);
    expect(errors.upper).toBeCloseTo(0.7923, 4);
  });

  it('routes equal scores together', () => {
    const { points } = costCurve([judge(0.5, true), judge(0.5, false)], { misroute: 1, look: 1 }, 0.95);
    expect(points.map(({ routed }) => routed)).toEqual([0, 2]);
  });

  it('nears the threshold of Chow where probabilities are honest', () => {
    const random = createRandom(7);
    const judged = Array.from({ length: 40_000 }, () => {
      const score = random.next();
      return judge(score, random.next() < score);
    });
    const { best, points } = costCurve(judged, { misroute: 5, look: 1 }, 0.95);
    expect(best.threshold).toBeGreaterThan(0.75);
    expect(best.threshold).toBeLessThan(0.85);
    expect(points.length).toBeLessThanOrEqual(103);
    expect(points).toContain(best);
  });

  it('refuses costs that are none, and nothing to judge', () => {
    expect(() => costCurve(four, { misroute: -1, look: 1 }, 0.95)).toThrow('The cost "misroute" is -1');
    expect(() => costCurve([], { misroute: 1, look: 1 }, 0.95)).toThrow('no judged complaints');
  });
});
