import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/stats/laws/normal-quantile.ts';
import { normalTail } from '../../../src/stats/laws/normal-tail.ts';
import { relativeError } from '../relative-error.ts';

describe('normalTail', () => {
  it.each([
    [0, 0.5],
    [1, 0.15865525393145705],
    [1.96, 0.024997895148220428],
    [-1, 0.8413447460685429],
    [6, 9.865876450376981e-10],
    [30, 4.9067139271481872e-198],
  ])('beyond %d is R pnorm', (z, right) => {
    expect(relativeError(normalTail(z), right)).toBeLessThan(1e-12);
  });

  it('refuses NaN', () => {
    expect(() => normalTail(Number.NaN)).toThrow(RangeError);
  });
});

describe('normalQuantile', () => {
  it.each([
    [0.975, 1.9599639845400536],
    [0.99, 2.3263478740408408],
    [0.01, -2.3263478740408408],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
  ])('of %d is R qnorm', (probability, right) => {
    expect(relativeError(normalQuantile(probability), right)).toBeLessThan(1e-13);
  });

  it('is 0 at ½ and finite up to the last number below 1', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(1 - 2 ** -53)).toBeCloseTo(8.2095, 3);
    expect(normalQuantile(Number.MIN_VALUE)).toBeCloseTo(-38.4677, 3);
  });

  it.each([0, 1, -0.1, Number.NaN])('refuses %d', (probability) => {
    expect(() => normalQuantile(probability)).toThrow(/should lie between 0 and 1/);
  });
});
