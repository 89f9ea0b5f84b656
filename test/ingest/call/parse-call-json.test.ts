import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseText } from '../../../src/ingest/parse.ts';
import { cleaning, documentOf, rawText, said } from '../support.ts';

const json = (value: unknown) => JSON.stringify(value);
const parse = (content: string) => parseText(rawText('contact-lens', 'call', content), cleaning);

describe('a call as JSON', () => {
  test('of Contact Lens names participants by their ids', async () => {
    const document = await documentOf(
      'a.json',
      json({
        Version: '1.1.0',
        JobStatus: 'COMPLETED',
        LanguageCode: 'en-US',
        CustomerMetadata: { ContactId: 'contact-9' },
        Queue: 'Billing',
        Participants: [
          { ParticipantId: 'p1', ParticipantRole: 'AGENT' },
          { ParticipantId: 'p2', ParticipantRole: 'CUSTOMER' },
        ],
        Transcript: [
          { ParticipantId: 'p1', Content: 'Hello, Acme.', BeginOffsetMillis: 40, EndOffsetMillis: 900 },
          { ParticipantId: 'p2', Content: 'My bill is wrong.', BeginOffsetMillis: 6310 },
          { ParticipantId: 'p2', Content: '' },
        ],
      }),
    );
    expect(document).toMatchObject({ externalId: 'contact-9', language: 'en', attributes: { Queue: 'Billing' } });
    expect(said(document)).toEqual([
      ['AGENT', 'agent', 'Hello, Acme.'],
      ['CUSTOMER', 'customer', 'My bill is wrong.'],
    ]);
    expect(document.utterances.map(({ at }) => at)).toEqual([0.04, 6.31]);
  });

  test('may be a list of turns', async () => {
    const document = await documentOf(
      'a.json',
      json([
        { speaker: 'Tom', role: 'agent', text: 'Hello.', start: 1.5 },
        { speaker: 'Anna', text: 'My bill is wrong.', start: '4' },
      ]),
    );
    expect(said(document)).toEqual([
      ['Tom', 'agent', 'Hello.'],
      ['Anna', 'unknown', 'My bill is wrong.'],
    ]);
    expect(document.utterances[1]!.at).toBe(4);
  });

  test('may hold a dialogue in one string', async () => {
    const document = await documentOf(
      'a.json',
      json({
        ClientId: '10013',
        ConversationId: 'c-1',
        StartTime: '2024-05-22 02:00:00',
        EndTime: '2024-05-22 02:20:00',
        Content: '**Service Call**\n\n**Agent:** Hello.\n\n**Customer:** My Wi-Fi drops. **Agent:** I see.',
      }),
    );
    expect(document).toMatchObject({
      externalId: 'c-1',
      customerId: '10013',
      receivedAt: new Date('2024-05-22T02:00:00Z'),
      attributes: {},
    });
    expect(said(document).map(([, role, text]) => [role, text])).toEqual([
      ['agent', 'Hello.'],
      ['customer', 'My Wi-Fi drops.'],
      ['agent', 'I see.'],
    ]);
  });

  test.each([
    ['{"Transcript": [', 'The JSON is broken'],
    ['{"Transcript": []}', 'holds no turns'],
    ['{"Transcript": "words"}', 'holds no turns'],
    ['[1, 2]', 'holds no words'],
    ['null', 'holds no turns'],
    ['{"Transcript": [{"Content": 5}, null, "x"]}', ''],
  ])('that is broken or empty says so: %s', async (content, reason) => {
    if (reason === '') expect((await parse(content)).text).toBe('5');
    else await expect(parse(content)).rejects.toThrow(reason);
  });
});

const transcripts = fileURLToPath(new URL('../../../../shared/data/transcripts', import.meta.url));

describe.skipIf(!existsSync(transcripts))('real calls (skipped where ../shared/data is absent)', () => {
  test('of Call Analytics and of post-call analytics give both sides', async () => {
    for (const file of ['example-call.json', 'pca-testfile.json']) {
      const document = await documentOf(file, readFileSync(`${transcripts}/aws-call-analytics/${file}`));
      const roles = new Set(document.utterances.map(({ role }) => role));
      expect([file, ...roles].sort()).toEqual(['agent', 'customer', file]);
      expect(document.utterances.every(({ at }) => at !== null)).toBe(true);
    }
  });
});
