import { describe, expect, test } from 'vitest';
import { lineBreakOf, scanRecord } from '../../../src/ingest/survey/scan-record.ts';

const scan = (text: string, ended = true) => scanRecord(44, 10).next(Buffer.from(text), ended);

describe('scanRecord', () => {
  test.each([
    ['a,b\nc', { end: 4, bodyEnd: 3, cells: [0, 2], secondLine: 4, broken: false }],
    ['a,b\r\nc', { end: 5, bodyEnd: 3, cells: [0, 2], secondLine: 5, broken: false }],
    ['a,b', { end: 3, bodyEnd: 3, cells: [0, 2], secondLine: 3, broken: false }],
    ['"a,b",c\n', { end: 8, bodyEnd: 7, cells: [0, 6], secondLine: 8, broken: false }],
    ['"a\nb",c\n', { end: 8, bodyEnd: 7, cells: [0, 6], secondLine: 3, broken: false }],
    ['"a""b",c\n', { end: 9, bodyEnd: 8, cells: [0, 7], secondLine: 9, broken: false }],
    ['a"b,c\n', { end: 6, bodyEnd: 5, cells: [0, 4], secondLine: 6, broken: false }],
    ['"a"b,c\n', { end: 7, bodyEnd: 6, cells: [0, 5], secondLine: 7, broken: true }],
    ['"a,b\n', { end: 5, bodyEnd: 5, cells: [0], secondLine: 5, broken: true }],
    ['\n', { end: 1, bodyEnd: 0, cells: [0], secondLine: 1, broken: false }],
  ])('finds where %j ends and its cells begin', (text, bounds) => {
    expect(scan(text)).toEqual(bounds);
  });

  test('waits for more where the record may go on', () => {
    expect(scan('a,b', false)).toBeNull();
    expect(scan('"a\n', false)).toBeNull();
    expect(scan('"a"', false)).toBeNull();
  });

  test('goes on where it stopped', () => {
    const text = 'x,"one ""two""\nthree",y\nz';
    const record = scanRecord(44, 10);
    let found = null;
    for (let length = 1; !found; length++)
      found = record.next(Buffer.from(text.slice(0, length)), length >= text.length);
    expect(found).toEqual(scan(text));
    expect(found.end).toBe(text.indexOf('z'));
  });
});

test('only old Macs end lines with a return alone', () => {
  expect(lineBreakOf(Buffer.from('a\rb'))).toBe(13);
  expect(lineBreakOf(Buffer.from('a\r\nb'))).toBe(10);
  expect(lineBreakOf(Buffer.from('a'))).toBe(10);
});
