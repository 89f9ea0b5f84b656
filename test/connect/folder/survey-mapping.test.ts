import { expect, test } from 'vitest';
import { checkMapping, isMappingFile, mappingPath } from '../../../src/connect/folder/survey-mapping.ts';

const check = (value: unknown) => checkMapping(JSON.stringify(value), 'a.mapping.json');

test('a mapping may name all that a survey has', () => {
  const mapping = {
    text: ['Good', 'Bad'],
    id: 'Nr',
    customer: 'Mail',
    date: 'Day',
    dateOrder: 'mdy',
    language: 'Lang',
    subject: 'Topic',
    ignore: ['Secret'],
  };
  expect(check(mapping)).toEqual(mapping);
});

test('one answer column may stand without a list', () => {
  expect(check({ text: 'Comment' })).toEqual({ text: ['Comment'] });
});

test.each([
  [[], 'should hold one object, such as {"text": ["Comment"], "date": "Submitted"}.'],
  [{}, 'should name the columns of answers: "text": ["Comment"].'],
  [{ text: [] }, 'should name the columns of answers'],
  [{ text: [1] }, 'should name the columns of answers'],
  [
    { text: 'a', txt: 'b' },
    'has "txt", which means nothing; it may have text, id, customer, date, language, subject, dateOrder, ignore.',
  ],
  [{ text: 'a', date: 5 }, 'should name one column as "date"'],
  [{ text: 'a', dateOrder: 'ymd' }, 'has a "dateOrder" that is neither "dmy" (day first) nor "mdy" (month first).'],
  [{ text: 'a', ignore: { b: 1 } }, 'should list columns to leave out as "ignore": ["…"].'],
])('%j %s', (value, reason) => {
  expect(() => check(value)).toThrow(`The mapping file a.mapping.json ${reason}`);
});

test('it lies beside its survey, with the survey’s name', () => {
  expect(mappingPath('/in/answers.may.csv')).toBe('/in/answers.may.mapping.json');
  expect(mappingPath('/in.d/answers')).toBe('/in.d/answers.mapping.json');
  expect(isMappingFile('/in/answers.mapping.json')).toBe(true);
  expect(isMappingFile('/in/mapping.json')).toBe(false);
});
