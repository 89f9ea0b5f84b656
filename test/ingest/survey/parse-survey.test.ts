import { describe, expect, test } from 'vitest';
import { parseText } from '../../../src/ingest/parse.ts';
import type { SurveyMapping } from '../../../src/types.ts';
import { cleaning, documentsOf, modifiedAt, rawText, said } from '../support.ts';

const parse = (content: string, mapping: SurveyMapping | null = null, format: 'csv' | 'tsv' | 'jsonl' = 'csv') =>
  parseText({ ...rawText(format, 'survey', content), mapping }, cleaning);

const mapping: SurveyMapping = {
  text: ['Good', 'Bad'],
  id: 'Nr',
  customer: 'Mail',
  date: 'Day',
  dateOrder: 'dmy',
  language: 'Lang',
  subject: 'Topic',
  ignore: ['Secret'],
};

const header = 'Nr,Mail,Day,Lang,Topic,Good,Bad,Secret,Region, Age ,Empty\n';

describe('a survey answer', () => {
  test('gives what its mapping names, and the rest as coded data', async () => {
    const row = '7,Anna@Example.com,03/04/2024,German,Parcel,"the speed\nof it",the price,x, North ,34,\n';
    const document = await parse(header + row, mapping);
    expect(document).toMatchObject({
      channel: 'survey',
      externalId: '7',
      threadId: null,
      customerId: 'anna@example.com',
      receivedAt: new Date('2024-04-03T00:00:00Z'),
      language: 'de',
      subject: 'Parcel',
      text: 'the speed\nof it\n\nthe price',
      attributes: { Region: 'North', Age: '34' },
    });
    expect(said(document)).toEqual([
      ['Good', 'customer', 'the speed\nof it'],
      ['Bad', 'customer', 'the price'],
    ]);
  });

  test('with one of two answers is that answer', async () => {
    const document = await parse(`${header}7,,,,,,the price,,,,\n`, mapping);
    expect(said(document)).toEqual([['Bad', 'customer', 'the price']]);
    expect(document).toMatchObject({ customerId: null, receivedAt: modifiedAt, language: 'en', attributes: {} });
  });

  test('without an answer names the columns', async () => {
    await expect(parse(`${header}7,,,,,, ,,,,\n`, mapping)).rejects.toThrow(
      'The answer has no text in columns "Good", "Bad".',
    );
  });

  test('with too many or too few cells says how many', async () => {
    await expect(parse(`${header}7,x\n`, mapping)).rejects.toThrow('The row has 2 columns where the header has 11.');
    await expect(parse('comment\n', null)).rejects.toThrow('missing');
    await expect(parse('id,comment\n1,"never closed\n', null)).rejects.toThrow('A quote is opened and never closed');
  });

  test('may be a line of JSON', async () => {
    const document = await parse(
      '{"words":"far too slow for me","who":"C1","when":"2024-05-22T10:00:00Z","age":34}',
      {
        text: ['words'],
        customer: 'who',
        date: 'when',
      },
      'jsonl',
    );
    expect(document).toMatchObject({
      text: 'far too slow for me',
      customerId: 'C1',
      receivedAt: new Date('2024-05-22T10:00:00Z'),
      attributes: { age: '34' },
    });
    await expect(parse('{"words":', null, 'jsonl')).rejects.toThrow('not a JSON object');
  });

  test('without a mapping is read by a guess', async () => {
    expect((await parse('id,comment\n1,it came far too late\n')).text).toBe('it came far too late');
  });

  test('is as distinct as its row', async () => {
    const [one, two] = await documentsOf('a.csv', 'comment,n\nit came too late,1\nit came too late,1\n');
    expect(one!.fingerprint).not.toBe(two!.fingerprint);
  });

  test('has columns of one name and of none told apart', async () => {
    const content = ',Why,Why,\n1,because of this one,because of that one,x\n';
    const document = await parse(content, { text: ['Why', 'Why (2)'] });
    expect(document.text).toBe('because of this one\n\nbecause of that one');
    expect(document.attributes).toEqual({ 'column 1': '1', 'column 4': 'x' });
  });
});
