import { describe, expect, test } from 'vitest';
import { dateOrder, readDate } from '../../src/ingest/read-date.ts';

const iso = (written: string, order: 'dmy' | 'mdy' | null = null) => readDate(written, order)?.toISOString() ?? null;

describe('readDate', () => {
  test.each([
    ['2024-03-05', '2024-03-05T00:00:00.000Z'],
    ['2024-03-05T10:20:30Z', '2024-03-05T10:20:30.000Z'],
    ['2024-03-05 10:20:30.123456', '2024-03-05T10:20:30.000Z'],
    ['2024-03-05T10:20:30+02:00', '2024-03-05T08:20:30.000Z'],
    ['2024-03-05T23:20-0500', '2024-03-06T04:20:00.000Z'],
    ['2020/1/4 11:17:46', '2020-01-04T11:17:46.000Z'],
    ['2024年3月5日', '2024-03-05T00:00:00.000Z'],
    ['20240305', '2024-03-05T00:00:00.000Z'],
    ['20240305T101500', '2024-03-05T10:15:00.000Z'],
    ['5.3.2024', '2024-03-05T00:00:00.000Z'],
    ['22-Apr-15', '2015-04-22T00:00:00.000Z'],
    ['5th March 2024', '2024-03-05T00:00:00.000Z'],
    ['Mar 5, 2024 3:53:50 PM', '2024-03-05T15:53:50.000Z'],
    ['Tuesday, 5 March 2024', '2024-03-05T00:00:00.000Z'],
    ['1709633100', '2024-03-05T10:05:00.000Z'],
    ['1709633100000', '2024-03-05T10:05:00.000Z'],
    ['12:00 AM', null],
    ['31/02/2024', null],
    ['2024-13-01', null],
    ['yesterday', null],
    ['', null],
    ['7', null],
  ])('%s is %s', (written, expected) => {
    expect(iso(written)).toBe(expected);
  });

  test('slashes are read by the order, and without one only where there is one way', () => {
    expect(iso('03/04/2024', 'dmy')).toBe('2024-04-03T00:00:00.000Z');
    expect(iso('03/04/2024', 'mdy')).toBe('2024-03-04T00:00:00.000Z');
    expect(iso('03/04/2024')).toBeNull();
    expect(iso('25/04/2024')).toBe('2024-04-25T00:00:00.000Z');
    expect(iso('04/25/24')).toBe('2024-04-25T00:00:00.000Z');
    expect(iso('05/05/2024')).toBe('2024-05-05T00:00:00.000Z');
  });

  test('midnight and noon of the twelve-hour clock', () => {
    expect(iso('2024-03-05 12:30 am')).toBe('2024-03-05T00:30:00.000Z');
    expect(iso('2024-03-05 12:30 pm')).toBe('2024-03-05T12:30:00.000Z');
  });
});

describe('dateOrder', () => {
  test('one date that can be read one way tells for all', () => {
    expect(dateOrder(['03/04/2024', '13/04/2024'])).toBe('dmy');
    expect(dateOrder(['03/04/2024', '03/22/23'])).toBe('mdy');
  });

  test('dates that leave it open, and dates that disagree, tell nothing', () => {
    expect(dateOrder(['03/04/2024', '2024-05-06'])).toBeNull();
    expect(dateOrder(['13/04/2024', '04/13/2024'])).toBeNull();
  });
});
