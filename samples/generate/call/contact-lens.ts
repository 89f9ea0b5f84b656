import type { Transcript } from './transcript.ts';

/** The parts of Amazon Connect Contact Lens output that tell who said what, with the sentiment that it guesses. */
export function writeContactLens({ turns, details }: Transcript, contactId: string): string {
  const participant = { agent: 'AGENT', customer: 'CUSTOMER' } as const;
  const millis = (seconds: number) => Math.round(seconds * 1000);
  const output = {
    AccountId: '000000000000',
    Channel: 'VOICE',
    ContentMetadata: { Output: 'Raw' },
    CustomerMetadata: {
      ContactId: contactId,
      InstanceId: '00000000-0000-4000-8000-000000000000',
      ...Object.fromEntries(details),
    },
    JobStatus: 'COMPLETED',
    LanguageCode: 'en-GB',
    Participants: [
      { ParticipantId: 'AGENT', ParticipantRole: 'AGENT' },
      { ParticipantId: 'CUSTOMER', ParticipantRole: 'CUSTOMER' },
    ],
    Transcript: turns.map(({ role, text, start, end }, place) => ({
      BeginOffsetMillis: millis(start),
      Content: text,
      EndOffsetMillis: millis(end),
      Id: `${contactId}-${String(place).padStart(3, '0')}`,
      ParticipantId: participant[role],
      Sentiment: /sorry|apolog/i.test(text) ? 'NEGATIVE' : 'NEUTRAL',
    })),
    Version: '1.1.0',
  };
  return `${JSON.stringify(output, null, 1)}\n`;
}
