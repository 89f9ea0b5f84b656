import { describe, expect, it } from 'vitest';
import { createPairCounter } from '../../src/mine/pair-counter.ts';

describe('createPairCounter', () => {
  it('counts texts, categories and pairs, and a category named twice once', () => {
    const counter = createPairCounter();
    counter.add(['a', 'b', 'a', 'b'], 0.5);
    counter.add(['b'], 1);
    counter.add([], 0);
    expect(counter.documents).toBe(3);
    expect(counter.categories).toEqual(['a', 'b']);
    expect([counter.count(0), counter.count(1), counter.count(2)]).toEqual([1, 2, 0]);
    const pairs: number[][] = [];
    counter.eachPair(1, (...pair) => pairs.push(pair));
    expect(pairs).toEqual([[0, 1, 1, 0.5]]);
  });

  it('adds sentiment up to the same sum in any order, where floating point would not', () => {
    const values = Array.from({ length: 5000 }, (_, index) => Math.sin(index * 12.9898) * 0.999999);
    const sumOf = (order: number[]): number => {
      const counter = createPairCounter();
      for (const value of order) counter.add(['a', 'b'], value);
      let sum = Number.NaN;
      counter.eachPair(1, (_first, _second, _observed, sentiment) => {
        sum = sentiment;
      });
      return sum;
    };
    const floating = (order: number[]): number => order.reduce((sum, value) => sum + value, 0);
    const sorted = [...values].sort((left, right) => left - right);
    expect(floating(sorted)).not.toBe(floating(values));
    expect(sumOf(sorted)).toBe(sumOf(values));
    expect(sumOf(values)).toBeCloseTo(floating(values), 2);
  });

  it('holds every pair of thousands of categories', () => {
    const counter = createPairCounter();
    const categories = Array.from({ length: 2100 }, (_, index) => `c${index}`);
    counter.add(categories, 0);
    counter.add(categories.slice(2040, 2060), 1);
    let once = 0;
    let twice = 0;
    const names = new Set<number>();
    counter.eachPair(1, (category, other, observed) => {
      if (observed === 1) once += 1;
      else twice += 1;
      names.add(category * 2100 + other);
    });
    expect([once, twice]).toEqual([(2100 * 2099) / 2 - 190, 190]);
    expect(names.size).toBe((2100 * 2099) / 2);
  });

  it.each([1.01, -2, Number.NaN])('refuses a sentiment of %d', (sentiment) => {
    expect(() => createPairCounter().add(['a'], sentiment)).toThrow(/sentiment of a text is .* between -1 and 1/);
  });
});
