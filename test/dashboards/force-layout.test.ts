import { describe, expect, it } from 'vitest';
import { fitInto, forceLayout } from '../../dashboards/browser/force-layout.ts';

const distance = (a: { x: number; y: number } | undefined, b: { x: number; y: number } | undefined) =>
  Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));

describe('the layout of the network', () => {
  const lines = [
    { from: 0, to: 1, weight: 1.5 },
    { from: 1, to: 2, weight: 0.3 },
    { from: 3, to: 4, weight: 1 },
  ];

  it('is the same each time', () => {
    expect(forceLayout(6, lines)).toEqual(forceLayout(6, lines));
  });

  it('puts those closest that belong together most', () => {
    const places = forceLayout(6, lines);
    expect(distance(places[0], places[1])).toBeLessThan(distance(places[1], places[2]));
    expect(distance(places[1], places[2])).toBeLessThan(distance(places[0], places[3]));
  });

  it('puts no two on one place', () => {
    const places = forceLayout(24, []);
    for (const [at, place] of places.entries()) {
      for (const other of places.slice(at + 1)) expect(distance(place, other)).toBeGreaterThan(0.3);
    }
  });

  it('fills its room and leaves it nowhere', () => {
    const places = fitInto({ width: 800, height: 400 }, forceLayout(12, lines));
    expect(Math.min(...places.map(({ x }) => x))).toBe(0);
    expect(Math.max(...places.map(({ x }) => x))).toBe(800);
    expect(Math.max(...places.map(({ y }) => y))).toBe(400);
    expect(fitInto({ width: 800, height: 400 }, [{ x: 5, y: 5 }])).toEqual([{ x: 400, y: 200 }]);
  });
});
