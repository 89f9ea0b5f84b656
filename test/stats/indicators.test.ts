import { describe, expect, it } from 'vitest';
import { topicIndicator } from '../../src/stats/topic-indicator.ts';
import { trendIndicator } from '../../src/stats/trend-indicator.ts';

describe('topicIndicator', () => {
  it("gives IBM's printed sample to the last digit", () => {
    const { expected, indicator } = topicIndicator(10, 36, 24, 71);
    expect(expected.toFixed(8)).toBe('12.16901408');
    expect(indicator.toFixed(9)).toBe('-0.621777032');
  });

  it('refuses a cell larger than its row, and an empty row', () => {
    expect(() => topicIndicator(40, 36, 24, 71)).toThrow('cell 40, row 36, column 24, table 71');
    expect(() => topicIndicator(0, 0, 24, 71)).toThrow('neither is empty');
  });
});

describe('trendIndicator', () => {
  it("gives IBM's printed sample to the last digit", () => {
    expect(trendIndicator(10, 5.340760209).toFixed(9)).toBe('2.016106745');
  });

  it('refuses an expected count of 0', () => {
    expect(() => trendIndicator(3, 0)).toThrow('expected of trendIndicator is 0');
  });
});
