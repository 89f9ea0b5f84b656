import { expect, test } from 'vitest';
import { parseText } from '../../src/ingest/parse.ts';
import { cleaning, documentOf, modifiedAt, rawText } from './support.ts';

test('a letter is words without a sender, received when its file was changed', async () => {
  const document = await documentOf(
    'letter.txt',
    'Dear Sir,\r\n\r\nmy bill is wrong.\r\n\r\nKind regards,\r\nAnna Berg\r\n',
  );
  expect(document).toMatchObject({
    channel: 'email',
    text: 'Dear Sir,\n\nmy bill is wrong.',
    customerId: null,
    receivedAt: modifiedAt,
    utterances: [],
    attributes: {},
  });
});

test('on channel call and survey the words are one utterance', async () => {
  const call = await parseText(rawText('plain', 'call', 'well it broke'), cleaning);
  const survey = await parseText(rawText('plain', 'survey', 'well it broke'), cleaning);
  expect(call.utterances).toEqual([{ speaker: '', role: 'unknown', start: 0, end: 13, at: null }]);
  expect(survey.utterances[0]!.role).toBe('customer');
});

test('bytes that are no text, and no bytes, are refused with a reason', async () => {
  await expect(parseText(rawText('plain', 'email', Buffer.from('\x89PNG\r\n', 'latin1')), cleaning)).rejects.toThrow(
    'a PNG image',
  );
  await expect(parseText(rawText('plain', 'email', ' \n'), cleaning)).rejects.toThrow('The text is empty.');
});

test('UTF-16 is text', async () => {
  const bytes = Buffer.from('\ufeffZu spät geliefert, schon wieder.', 'utf16le');
  expect((await documentOf('brief.txt', bytes)).text).toBe('Zu spät geliefert, schon wieder.');
});
