import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../src/ingest/records/read-records.ts';

async function* chunks(bytes: Uint8Array, size = 7) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Uint8Array, columns = ['text', 'label']) {
  const { columns: found, records } = await readRecords(chunks(Buffer.from(content as string)));
  const rows: unknown[] = [];
  for await (const record of records) {
    rows.push('fault' in record ? record : [record.number, ...columns.map((column) => record.value(column))]);
  }
  return { found, rows };
}

describe('records', () => {
  it.each([
    ['commas', 'text,label\n"late, again",a\ngood,b\n'],
    ['semicolons and a byte order mark', '\ufefftext;label\n"late, again";a\ngood;b\n'],
    ['tabs', 'text\tlabel\r\nlate, again\ta\r\ngood\tb'],
  ])('are read from a table with %s, told from content', async (_, content) => {
    expect(await read(content)).toEqual({
      found: ['text', 'label'],
      rows: [
        [2, 'late, again', 'a'],
        [3, 'good', 'b'],
      ],
    });
  });

  it('are read from JSON Lines; a line that is no object is a fault with its number', async () => {
    const content = '{"text":"late","label":"a","more":1}\nnonsense\n\n{"text":"good"}';
    expect(await read(content)).toEqual({
      found: ['text', 'label', 'more'],
      rows: [[1, 'late', 'a'], { number: 2, fault: 'Line 2 is not a JSON object.' }, [4, 'good', '']],
    });
  });

  it('keep line breaks and doubled quotes inside quotes', async () => {
    expect((await read('text,label\n"two\nlines, ""said""",a\n')).rows).toEqual([[2, 'two\nlines, "said"', 'a']]);
  });

  it('take quotes for characters in a tab-separated file where they do not come in pairs', async () => {
    expect((await read('text\tlabel\n"so much for that\ta\n5" tall\tb\n')).rows).toEqual([
      [2, '"so much for that', 'a'],
      [3, '5" tall', 'b'],
    ]);
  });

  it('with fewer cells than the header have empty ones', async () => {
    expect((await read('text,label\nalone\n')).rows).toEqual([[2, 'alone', '']]);
  });

  it('are read in UTF-16 and windows-1252 too', async () => {
    const wide = Buffer.from('\ufefftext,label\nfür mich,a\n', 'utf16le');
    expect((await read(wide)).rows).toEqual([[2, 'für mich', 'a']]);
    expect((await read(Buffer.from('text,label\nfür mich,a\n', 'latin1'))).rows).toEqual([[2, 'für mich', 'a']]);
  });

  it('name the row where a quote is never closed', async () => {
    await expect(read('text,label\na,b\n"open,c\nd,e\n')).rejects.toThrow('A quote opened in row 3 or below');
  });

  it('are refused from what holds none', async () => {
    await expect(read('')).rejects.toThrow('The data are empty.');
    await expect(read(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'))).rejects.toThrow('look like a PNG image');
  });
});
