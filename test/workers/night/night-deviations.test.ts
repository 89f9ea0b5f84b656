import { describe, expect, it } from 'vitest';
import { nightDeviations } from '../../../src/workers/night/night-deviations.ts';

const window = { day: '2026-03-31', fromDay: '2026-02-15' };

describe('the deviations of a night', () => {
  it('are of IBM’s printed table: 36 and 24 of 71 with 10 give E = 12.169 and −0.6218', () => {
    const daily = {
      documents: new Map([
        ['2026-02-20', 40],
        ['2026-03-01', 60],
      ]),
      categories: new Map([
        [
          'a',
          new Map([
            ['2026-02-20', 26],
            ['2026-03-01', 10],
          ]),
        ],
        [
          'b',
          new Map([
            ['2026-02-20', 21],
            ['2026-03-01', 14],
          ]),
        ],
      ]),
    };
    const cell = nightDeviations(daily, window).find(
      ({ category, fromDay }) => category === 'a' && fromDay === '2026-03-01',
    );
    expect(cell).toMatchObject({ fromDay: '2026-03-01', toDay: '2026-03-31', observed: 10 });
    expect(cell!.expected).toBeCloseTo(12.16901408, 8);
    expect(cell!.indicator).toBeCloseTo(-0.621777032, 8);
  });

  it('cut a month where the window begins and ends, so that a link opens what was counted', () => {
    const daily = {
      documents: new Map([
        ['2026-02-20', 5],
        ['2026-03-02', 5],
      ]),
      categories: new Map([
        [
          'a',
          new Map([
            ['2026-02-20', 3],
            ['2026-03-02', 1],
          ]),
        ],
      ]),
    };
    const cells = nightDeviations(daily, { day: '2026-03-05', fromDay: '2026-02-15' });
    expect(cells.map(({ fromDay, toDay }) => [fromDay, toDay]).sort()).toEqual([
      ['2026-02-15', '2026-02-28'],
      ['2026-03-01', '2026-03-05'],
    ]);
    expect(nightDeviations(daily, { day: '2026-03-05', fromDay: null })[0]!.fromDay).toMatch(/-01$/);
  });

  it('say nothing of a single month', () => {
    const daily = {
      documents: new Map([['2026-03-02', 5]]),
      categories: new Map([['a', new Map([['2026-03-02', 3]])]]),
    };
    expect(nightDeviations(daily, window)).toEqual([]);
  });
});
