import { describe, expect, test } from 'vitest';
import { parseText } from '../../../src/ingest/parse.ts';
import { cleaning, documentOf, rawText, said } from '../support.ts';

const parse = (content: string) => parseText(rawText('dialogue', 'call', content), cleaning);

describe('a dialogue', () => {
  test('gives turns, roles and what its # lines tell', async () => {
    const document = await documentOf(
      'a.txt',
      `# call id: 77
# Customer: Anna@Example.com
# date: 2024-05-22 10:30
# region: North
# age: 34
# a remark without a key

Agent: Thank you for calling Acme. How can I help?
Customer: My bill is wrong.
It has been wrong since March.

Agent: I see.
`,
    );
    expect(document).toMatchObject({
      externalId: '77',
      customerId: 'anna@example.com',
      receivedAt: new Date('2024-05-22T10:30:00Z'),
      text: 'Thank you for calling Acme. How can I help?\nMy bill is wrong. It has been wrong since March.\nI see.',
      attributes: { region: 'North', age: '34' },
    });
    expect(said(document).map(([speaker, role]) => [speaker, role])).toEqual([
      ['Agent', 'agent'],
      ['Customer', 'customer'],
      ['Agent', 'agent'],
    ]);
  });

  test.each([
    ['[00:12] Anna: Hello.', 'Anna', 12],
    ['(01:02:03) Anna: Hello.', 'Anna', 3723],
    ['00:12 - Anna: Hello.', 'Anna', 12],
    ['Anna [00:12]: Hello.', 'Anna', 12],
    ['**Anna:** Hello.', 'Anna', null],
    ['Anna Berg (Customer): Hello.', 'Anna Berg (Customer)', null],
    ['AGENT 2: Hello.', 'AGENT 2', null],
    ['顾客：Hello.', '顾客', null],
  ])('may be written %s', async (line, speaker, at) => {
    const { utterances, text } = await parse(`${line}\nTom: Bye.\n`);
    expect(text).toBe('Hello.\nBye.');
    expect(utterances[0]).toMatchObject({ speaker, at });
  });

  test.each([
    'https://acme.example/path was the page',
    'I told them this before and once again: it is broken',
    'at 10:30 it stopped',
  ])('goes on with the turn before at a line such as %s', async (line) => {
    expect((await parse(`Anna: It stopped.\n${line}\nTom: I see.`)).utterances).toHaveLength(2);
  });

  test('is in the language of the customer', async () => {
    const { language } = await parse(
      'Agent: Thank you for calling, how may I help you?\nCustomer: 我的账单有错误，请退款',
    );
    expect(language).toBe('zh');
  });

  test('with two calls alike but of other times has two fingerprints', async () => {
    const call = (date: string) => parse(`# date: ${date}\nAnna: Hello.\nTom: Bye.`);
    const [one, two] = [await call('2024-05-22'), await call('2024-05-23')];
    expect(one.fingerprint).not.toBe(two.fingerprint);
    expect((await call('2024-05-22')).fingerprint).toBe(one.fingerprint);
  });

  test('without a speaker says what was expected', async () => {
    await expect(parse('Just some words.\nAnd more.')).rejects.toThrow('No line has a speaker');
  });
});
