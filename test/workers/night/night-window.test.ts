import { describe, expect, it } from 'vitest';
import { nightWindow } from '../../../src/workers/night/night-window.ts';

describe('the window of a night', () => {
  it('holds as many days as asked for, its own among them', () => {
    expect(nightWindow('2026-03-31', 90)).toEqual({ day: '2026-03-31', fromDay: '2026-01-01' });
    expect(nightWindow('2024-03-01', 2)).toEqual({ day: '2024-03-01', fromDay: '2024-02-29' });
    expect(nightWindow('2026-03-31', 1)).toEqual({ day: '2026-03-31', fromDay: '2026-03-31' });
  });

  it('holds the whole store where the window is null, and where there is no text', () => {
    expect(nightWindow('2026-03-31', null)).toEqual({ day: '2026-03-31', fromDay: null });
    expect(nightWindow(null, 90)).toEqual({ day: null, fromDay: null });
  });

  it('is refused where it is no number of days', () => {
    expect(() => nightWindow('2026-03-31', 0)).toThrow('windowDays is 0; it should be a whole number of at least 1');
    expect(() => nightWindow('2026-03-31', 1.5)).toThrow(RangeError);
  });
});
