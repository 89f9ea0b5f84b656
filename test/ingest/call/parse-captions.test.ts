import { describe, expect, test } from 'vitest';
import { parseText } from '../../../src/ingest/parse.ts';
import { cleaning, documentOf, modifiedAt, rawText, said } from '../support.ts';

const parse = (content: string, source = 'call.vtt') => parseText(rawText('vtt', 'call', content, source), cleaning);

describe('WebVTT', () => {
  const call = `WEBVTT

NOTE id: call-77
NOTE
customer: C-12
date: 2024-05-22 10:30
region: North

1
00:00:01.000 --> 00:00:04.000
<v Agent Tom>Thank you for calling Acme.</v>

2
00:00:04.500 --> 00:00:07.000 align:start
<v.loud Anna>My bill is <i>wrong</i> &amp; too

3
00:00:07.000 --> 00:00:09.000
<v Anna>high again.

4
00:00:12.000 --> 00:00:14.000
<v Anna>Please mend it.
`;

  test('gives turns, roles, times and what the notes tell', async () => {
    const document = await documentOf('a.vtt', call);
    expect(document).toMatchObject({
      channel: 'call',
      externalId: 'call-77',
      customerId: 'C-12',
      receivedAt: new Date('2024-05-22T10:30:00Z'),
      language: 'en',
      text: 'Thank you for calling Acme.\nMy bill is wrong & too high again.\nPlease mend it.',
      attributes: { region: 'North' },
    });
    expect(said(document)).toEqual([
      ['Agent Tom', 'agent', 'Thank you for calling Acme.'],
      ['Anna', 'customer', 'My bill is wrong & too high again.'],
      ['Anna', 'customer', 'Please mend it.'],
    ]);
    expect(document.utterances.map(({ at }) => at)).toEqual([1, 4.5, 12]);
  });

  test('may have two voices in one caption', async () => {
    const two = await parse('WEBVTT\n\n00:01.000 --> 00:04.000\n<v Tom>Hello.\n<v Anna>Hi there.\n');
    expect(said(two)).toEqual([
      ['Tom', 'unknown', 'Hello.'],
      ['Anna', 'unknown', 'Hi there.'],
    ]);
  });

  test('may leave out the blank line below its head, and styles are no words', async () => {
    const content =
      'WEBVTT\n00:01.000 --> 00:02.000\nHello.\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:x\n\n00:03.000 --> 00:04.000\nBye.\n';
    expect((await parse(content)).text).toBe('Hello.\nBye.');
  });

  test('may be dated by its name, else by its file', async () => {
    const content = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n';
    expect((await parse(content, 'calls/2023/call-2024-05-22.vtt')).receivedAt).toEqual(new Date('2024-05-22'));
    expect((await parse(content, '20240522T103000_anna.vtt')).receivedAt).toEqual(new Date('2024-05-22T10:30:00Z'));
    expect((await parse(content, 'call.vtt')).receivedAt).toEqual(modifiedAt);
  });

  test('that rolls shows each line once', async () => {
    const rolling =
      'WEBVTT\n\n00:01.000 --> 00:02.000\nmy bill\n\n00:02.000 --> 00:03.000\nmy bill\nis wrong\n\n00:03.000 --> 00:04.000\nis wrong\nagain\n';
    expect((await parse(rolling)).text).toBe('my bill is wrong again');
  });

  test('with unreadable times keeps the captions that have readable ones', async () => {
    const broken =
      'WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n00:0x.000 --> 00:05.000\nTwo.\n\n00:06.000 --> 00:07.000\nThree.\n';
    const { text } = await parse(broken);
    expect(text.startsWith('One.')).toBe(true);
    expect(text.endsWith('Three.')).toBe(true);
  });

  test('without captions, and without words, says so', async () => {
    await expect(parse('WEBVTT\n')).rejects.toThrow('There is no caption with readable times');
    await expect(parse('WEBVTT\n\n00:01.000 --> 00:02.000\n\n')).rejects.toThrow('holds no words');
  });

  test('with tags meant to hang a reader is read in time', async () => {
    await parse(`WEBVTT\n\n00:01.000 --> 00:02.000\n<v${'.'.repeat(50_000)} ${'<'.repeat(50_000)}words\n`);
  });
});

describe('SubRip', () => {
  test('names speakers in its captions', async () => {
    const document = await documentOf(
      'a.srt',
      '1\r\n00:00:01,000 --> 00:00:02,500\r\nAgent: Hello, Acme here.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nCaller: It is broken\r\n\r\n3\r\n00:00:04,000 --> 00:00:05,000\r\nonce more.\r\n',
    );
    expect(said(document)).toEqual([
      ['Agent', 'agent', 'Hello, Acme here.'],
      ['Caller', 'customer', 'It is broken once more.'],
    ]);
    expect(document.utterances[1]!.at).toBe(3);
  });

  test('without names is by nobody known, and a lone colon names nobody', async () => {
    const content =
      '1\n00:00:01,000 --> 00:00:02,000\nI have one wish: call me.\n\n2\n00:00:03,000 --> 00:00:04,000\nBye.\n\n3\n00:00:05,000 --> 00:00:06,000\nReally.\n';
    expect(said(await documentOf('a.srt', content))).toEqual([
      ['', 'unknown', 'I have one wish: call me.'],
      ['', 'unknown', 'Bye.'],
      ['', 'unknown', 'Really.'],
    ]);
  });
});

test('SBV is read like the others', async () => {
  const document = await documentOf(
    'a.sbv',
    '0:00:01.000,0:00:02.000\nHello there.\n\n0:00:05.000,0:00:06.000\nBye.\n',
  );
  expect(document.text).toBe('Hello there.\nBye.');
  expect(document.utterances[1]!.at).toBe(5);
});
