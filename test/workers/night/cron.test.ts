import { describe, expect, it } from 'vitest';
import { cronMoments } from '../../../src/workers/night/cron.ts';

const moments = (cron: string, from: string, to: string, zone = 'UTC') =>
  cronMoments(cron, zone, new Date(from), new Date(to)).map((moment) => moment.toISOString().slice(0, 16));

describe('the moments of a cron text', () => {
  it('are once a day at a quarter past two, the end included and the beginning not', () => {
    const found = moments('15 2 * * *', '2026-03-01T02:15:00Z', '2026-03-03T02:15:00Z');
    expect(found).toEqual(['2026-03-02T02:15', '2026-03-03T02:15']);
  });

  it('follow lists, ranges and steps', () => {
    const found = moments('*/20 8-9,22 * * *', '2026-03-01T00:00:00Z', '2026-03-01T23:59:00Z');
    expect(found.map((at) => at.slice(11))).toEqual([
      ...['08:00', '08:20', '08:40', '09:00', '09:20', '09:40', '22:00', '22:20', '22:40'],
    ]);
  });

  it('know the days of the week, Sunday by either number, and either kind of day where both are named', () => {
    // 1 March 2026 was a Sunday.
    expect(moments('0 3 * * 7', '2026-02-25T00:00:00Z', '2026-03-09T00:00:00Z')).toEqual([
      '2026-03-01T03:00',
      '2026-03-08T03:00',
    ]);
    expect(moments('0 3 4 * 0', '2026-02-25T00:00:00Z', '2026-03-07T00:00:00Z')).toEqual([
      '2026-03-01T03:00',
      '2026-03-04T03:00',
    ]);
  });

  it('move with summer time: London puts its clocks forward on 29 March 2026', () => {
    expect(moments('30 3 * * *', '2026-03-28T00:00:00Z', '2026-03-29T23:00:00Z', 'Europe/London')).toEqual([
      '2026-03-28T03:30',
      '2026-03-29T02:30',
    ]);
  });

  it.each([
    ['15 2 * *', 'has 4 fields'],
    ['75 2 * * *', 'for the minute; that should be from 0 to 59'],
    ['0 nine * * *', 'for the hour'],
    ['0 3 * * */0', 'for the day of the week'],
  ])('are none, with clear words, for %s', (cron, words) => {
    expect(() => moments(cron, '2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z')).toThrow(words);
  });

  it('need a time zone that there is', () => {
    expect(() => moments('0 3 * * *', '2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z', 'Mars/Olympus')).toThrow(
      'Mars/Olympus',
    );
  });
});
