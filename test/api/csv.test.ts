import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/api/csv.ts';

describe('a table as CSV', () => {
  it('reads back as it was, whatever stands in a cell', () => {
    const rows = [['plain', 'with, comma', 'with "quotes"', 'two\r\nlines', '', '中文 £']];
    const text = writeCsv(['a', 'b', 'c', 'd', 'e', 'f'], rows);
    expect(text.startsWith('a,b,c,d,e,f\r\n')).toBe(true);
    expect(parse(text, { from: 2 })).toEqual(rows);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1', '=HYPERLINK("http://x","y")'])(
    'gives no spreadsheet a formula: %j',
    (cell) => {
      const [[read]] = parse(writeCsv(['a'], [[cell]]), { from: 2 }) as [[string]];
      expect(read).toBe(`'${cell}`);
    },
  );

  it('leaves numbers as numbers, negative ones too, and nothing where there is none', () => {
    expect(writeCsv(['a', 'b', 'c'], [[-1.5, 0, null]])).toBe('a,b,c\r\n-1.5,0,\r\n');
  });
});
