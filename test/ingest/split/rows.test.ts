import { describe, expect, test } from 'vitest';
import { parseText } from '../../../src/ingest/parse.ts';
import { cleaning, documentsOf, modifiedAt, readAll } from '../support.ts';

const header = 'id,comment,date\n';
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `${index},the parcel ${index} came far too late again,2024-05-01\n`).join(
    '',
  );

const lines = (bytes: Uint8Array) => Buffer.from(bytes).toString().split('\n');

describe('a CSV file', () => {
  test('is read row by row, numbered as a spreadsheet numbers them, each a file of its own', async () => {
    const { texts } = await readAll('answers.csv', header + rows(3));
    expect(texts.map(({ source }) => source)).toEqual(['answers.csv#row 2', 'answers.csv#row 3', 'answers.csv#row 4']);
    expect(lines(texts[1]!.bytes)).toEqual(['id,comment,date', '1,the parcel 1 came far too late again,2024-05-01']);
    expect(texts[1]).toMatchObject({ channel: 'survey', format: 'csv', modifiedAt });
    expect(texts[1]!.mapping).toEqual({ text: ['comment'], id: 'id', date: 'date' });
  });

  test('gives a row that is read by itself the same document', async () => {
    const { texts } = await readAll('answers.csv', header + rows(3));
    const again = await documentsOf('row.csv', texts[1]!.bytes, { mapping: texts[1]!.mapping });
    const { source: _, rawId: __, fingerprint: ___, ...document } = await parseText(texts[1]!, cleaning);
    expect(again[0]).toMatchObject(document);
  });

  test.each([1, 2, 3, 7, 16])('is read alike in chunks of %i bytes', async (chunk) => {
    const content = `${header}1,"said ""no"", twice,\nand left",2024-05-01\r\n2,plain words that go on,\n`;
    const { texts, asides } = await readAll('a.csv', content, { chunk });
    expect(asides).toEqual([]);
    expect(texts.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
      'id,comment,date\n1,"said ""no"", twice,\nand left",2024-05-01',
      'id,comment,date\n2,plain words that go on,',
    ]);
  });

  test('keeps two respondents apart who wrote the same, and adds only what a longer export adds', async () => {
    const short = 'comment,region\nGood service here,North\nGood service here,North\n';
    const first = await readAll('a.csv', short);
    const longer = await readAll('b.csv', `${short}Bad service there,South\nGood service here,North\n`);
    const ids = first.texts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(longer.texts.map(({ id }) => id).filter((id) => !ids.includes(id))).toHaveLength(2);
    expect((await readAll('c.csv', short)).texts.map(({ id }) => id)).toEqual(ids);
  });

  test('sets a ragged row aside with its number and columns, and reads the rest', async () => {
    const { texts, asides } = await readAll('a.csv', `${header}${rows(1)}2,too, many,2024-05-01\n3,few\n${rows(1)}`);
    expect(texts.map(({ source }) => source)).toEqual(['a.csv#row 2', 'a.csv#row 5']);
    expect(asides.map(({ source, reason }) => [source, reason.split(';')[0]])).toEqual([
      ['a.csv#row 3', 'Row 3 has 4 columns where the header has 3'],
      ['a.csv#row 4', 'Row 4 has 2 columns where the header has 3'],
    ]);
    expect(asides[0]!.bytes.toString()).toBe('id,comment,date\n2,too, many,2024-05-01\n');
  });

  test('does not lose the rows below a quote that is never closed', async () => {
    const { texts, asides } = await readAll('a.csv', `${header}${rows(2)}9,"never closed,2024-05-01\n${rows(500)}`);
    expect(texts).toHaveLength(502);
    expect(asides).toHaveLength(1);
    expect(asides[0]!.source).toBe('a.csv#row 4');
    expect(asides[0]!.reason).toContain('never closed');
    expect(asides[0]!.bytes.toString()).toBe('id,comment,date\n9,"never closed,2024-05-01\n');
  });

  test('does not lose them either where a later quote seems to close it', async () => {
    const content = `${header}1,"never closed,2024-05-01\n${rows(3)}8,"fine, thanks a lot",2024-05-01\n${rows(2)}`;
    const { texts, asides } = await readAll('a.csv', content);
    expect(texts).toHaveLength(6);
    expect(asides.map(({ source }) => source)).toEqual(['a.csv#row 2']);
  });

  test('does not hold the whole file for a quote that is never closed', async () => {
    const many = rows(60_000);
    expect(many.length).toBeGreaterThan(2 ** 21);
    const { texts, asides } = await readAll('a.csv', `${header}9,"never closed,2024-05-01\n${many}`);
    expect(texts).toHaveLength(60_000);
    expect(asides[0]!.reason).toContain('not closed within 1 MB');
  });

  test('sets aside a row of one line that is too large, streamed, and reads the next', async () => {
    const large = `1,${'x'.repeat(3_000_000)},2024-05-01\n`;
    const { texts, asides } = await readAll('a.csv', `${header}${rows(1)}${large}${rows(2)}`);
    expect(texts.map(({ source }) => source)).toEqual(['a.csv#row 2', 'a.csv#row 4', 'a.csv#row 5']);
    expect(asides[0]!.bytes.toString()).toBe(header + large);
    expect(asides[0]!.reason).toContain('row is larger than 1 MB');
  });

  test('sets aside binary data in its middle and reads on', async () => {
    const { texts, asides } = await readAll('a.csv', `${header}${rows(20)}\0\x01\x02\xff,\0,\0\n${rows(20)}`);
    expect(texts).toHaveLength(40);
    expect(asides[0]!.reason).toContain('NUL bytes');
  });

  test('passes over rows without an answer, and rows without anything', async () => {
    const { texts, asides } = await readAll(
      'a.csv',
      `${header}${rows(2)}7,,2024-05-01\n8,"  ",2024-05-01\n,,\n\n${rows(1)}`,
    );
    expect(texts.map(({ source }) => source)).toEqual(['a.csv#row 2', 'a.csv#row 3', 'a.csv#row 8']);
    expect(asides).toEqual([]);
  });

  test('reads a stray quote in an unquoted cell and words after a closed quote as they stand', async () => {
    const documents = await documentsOf(
      'a.csv',
      `${header}1,the 5" screen broke twice,\n2,"Loved it" - my mum says so,\n`,
    );
    expect(documents.map(({ text }) => text)).toEqual(['the 5" screen broke twice', '"Loved it" - my mum says so']);
  });

  test('may have a byte order mark, semicolons, carriage returns, and Excel’s sep line', async () => {
    for (const content of [
      '\ufeffid;comment\r\n1;late, again, and broken\r\n',
      'sep=;\r\nid;comment\r\n1;late, again, and broken\r\n',
      'id;comment\r1;late, again, and broken\r',
    ]) {
      const [document] = await documentsOf('a.csv', content);
      expect(document).toMatchObject({ text: 'late, again, and broken' });
    }
  });

  test('may be UTF-16, GB18030 or windows-1252; its rows are kept in UTF-8', async () => {
    const utf16 = await documentsOf(
      'a.csv',
      Buffer.from('\ufeffid,comment\n1,Das Gerät ist schon wieder kaputt\n', 'utf16le'),
    );
    expect(utf16[0]!.text).toBe('Das Gerät ist schon wieder kaputt');
    const latin = await documentsOf(
      'a.csv',
      Buffer.from('id,comment\n1,Das Ger\xe4t ist schon wieder kaputt\n', 'latin1'),
    );
    expect(latin[0]!.text).toBe('Das Gerät ist schon wieder kaputt');
    const chinese = Buffer.concat([
      Buffer.from('id,comment\n1,'),
      Buffer.from('b7fecef1badcb2eea3acced2d2aacdcbbfee', 'hex'),
    ]);
    expect((await documentsOf('a.csv', chinese))[0]!.text).toBe('服务很差，我要退款');
  });

  test('with one row in another encoding than the rest is read row by row', async () => {
    const filler = Array.from({ length: 4000 }, (_, index) => `${index},das Gerät Nummer ${index} ist kaputt\n`).join(
      '',
    );
    const content = Buffer.concat([Buffer.from(`id,comment\n${filler}`), Buffer.from('x,caf\xe9 ist zu\n', 'latin1')]);
    const documents = await documentsOf('a.csv', content);
    expect(documents).toHaveLength(4001);
    expect(documents.at(-1)!.text).toBe('café ist zu');
  });

  test('with one column needs no delimiter, and commas are words', async () => {
    const documents = await documentsOf('a.csv', 'comment\nLate, again\n"Broken, and cold"\n');
    expect(documents.map(({ text }) => text)).toEqual(['Late, again', 'Broken, and cold']);
  });

  test('may have titles above its header, and its rows are numbered below them', async () => {
    const content = `Survey of May 2024\n\nAll regions,,\n${header}${rows(4)}`;
    const { texts, asides } = await readAll('a.csv', content);
    expect(asides).toEqual([]);
    expect(texts.map(({ source }) => source)).toEqual(['a.csv#row 5', 'a.csv#row 6', 'a.csv#row 7', 'a.csv#row 8']);
    expect(texts[0]!.mapping!.text).toEqual(['comment']);
    expect(lines(texts[0]!.bytes)[0]).toBe('id,comment,date');
  });

  test('with one column has no titles, however many commas its answers hold', async () => {
    const documents = await documentsOf('a.csv', `comment\n${'Late, cold, and broken\n'.repeat(5)}`);
    expect(documents).toHaveLength(5);
    expect(documents[0]!.text).toBe('Late, cold, and broken');
  });

  test('with a header alone holds nothing, and nothing is wrong', async () => {
    expect(await readAll('a.csv', header)).toEqual({ texts: [], asides: [] });
  });

  test('without a column of words is set aside whole, with the names of its columns', async () => {
    const content = `q1,q2\n${'1,2\n'.repeat(1000)}`;
    const { texts, asides } = await readAll('codes.csv', content);
    expect(texts).toEqual([]);
    expect(asides[0]!.reason).toContain('"q1", "q2"');
    expect(asides[0]!.bytes.toString()).toBe(content);
  });

  test('with a mapping that names a missing column is set aside whole and says which', async () => {
    const { asides } = await readAll('a.csv', header + rows(2), { mapping: { text: ['Comment'] } });
    expect(asides[0]!.reason).toBe(
      'The mapping names "Comment", which is no column; the columns are "id", "comment", "date".',
    );
  });
});

describe('a TSV file', () => {
  test('is told by its tabs, also without its name', async () => {
    const { texts } = await readAll('export', 'id\tcomment\n1\tlate, again\n2\tcold, and broken\n');
    expect(texts.map(({ format }) => format)).toEqual(['tsv', 'tsv']);
  });

  test('may quote its cells, and may have quotes that mean nothing', async () => {
    const content =
      'id\tcomment\tend\n1\t"tab\there and ""there"""\ta\n2\t"Great" he said to me\tb\n3\t"it opens and stays\tc\n';
    const documents = await documentsOf('a.tsv', content, { mapping: { text: ['comment'] } });
    expect(documents.map(({ text }) => text)).toEqual([
      'tab\there and "there"',
      '"Great" he said to me',
      '"it opens and stays',
    ]);
  });
});
