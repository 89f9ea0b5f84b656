import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, timelineOf } from '../../../src/api/views/timeline.ts';
import type { DayTally } from '../../../src/store/read/day-tallies.ts';
import { everyText } from '../../../src/store/read/filter.ts';
import type { Channel } from '../../../src/types.ts';

const tally = (day: string, channel: Channel, documents: number, sentiment = 0): DayTally => ({
  ...{ day, channel, documents, sentiment, understood: documents, negative: 0, positive: 0 },
});

describe('a timeline', () => {
  it('counts days without a gap, channel by channel', () => {
    const { step, channels, points } = timelineOf(
      [tally('2025-02-27', 'email', 3, 1.5), tally('2025-03-01', 'survey', 1, -1), tally('2025-03-01', 'email', 1, 0)],
      everyText,
    );
    expect(step).toBe('day');
    expect(channels).toEqual(['email', 'survey']);
    expect(points.map(({ from, texts, mean }) => [from, texts.count, mean])).toEqual([
      ['2025-02-27', 3, 0.5],
      ['2025-02-28', 0, null],
      ['2025-03-01', 2, -0.5],
    ]);
    expect(points[2]?.channels.survey).toEqual({
      count: 1,
      href: '/texts?channel=survey&from=2025-03-01&to=2025-03-01',
    });
  });

  it('counts a year in weeks that begin on Monday, and ten years in months', () => {
    const year = timelineOf([tally('2024-01-03', 'email', 1), tally('2024-12-31', 'email', 1)], everyText);
    expect(year.step).toBe('week');
    expect(year.points[0]).toMatchObject({ from: '2024-01-01', to: '2024-01-07', label: '1 Jan 2024 – 7 Jan 2024' });
    expect(year.points).toHaveLength(53);
    const decade = timelineOf([tally('2015-02-10', 'email', 1), tally('2025-01-31', 'call', 1)], everyText);
    expect(decade.step).toBe('month');
    expect(decade.points).toHaveLength(120);
    expect(decade.points[0]).toMatchObject({ from: '2015-02-01', to: '2015-02-28', label: 'Feb 2015' });
  });

  it('keeps the links of its first and last weeks within the days of the filter', () => {
    const filter = { ...everyText, fromDay: '2024-01-03', toDay: '2024-12-30' };
    const { points } = timelineOf([tally('2024-01-03', 'email', 1), tally('2024-12-30', 'email', 1)], filter);
    expect([points[0]?.from, points.at(-1)?.to]).toEqual(['2024-01-03', '2024-12-30']);
  });

  it('is empty where there is nothing', () => {
    expect(timelineOf([], everyText).points).toEqual([]);
  });

  it('knows leap days and the ends of summer time', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2);
  });
});
