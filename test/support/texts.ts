import { createHash } from 'node:crypto';
import type { Queryable } from '../../src/store/database.ts';
import type { Understood } from '../../src/store/intake/save-results.ts';
import { waitingTexts } from '../../src/store/intake/waiting-texts.ts';
import type { Analysis, Document, RawText, Route } from '../../src/types.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A raw text whose id and bytes follow from `body`. */
export function rawText(body: string, fields: Partial<RawText> = {}): RawText {
  return {
    id: hashOf(body),
    source: `${body}.txt`,
    channel: 'email',
    format: 'plain',
    bytes: Buffer.from(body),
    modifiedAt: new Date('2026-01-01T00:00:00Z'),
    mapping: null,
    ...fields,
  };
}

/** What might come of a raw text: one sentence that names `bill.wrong`, and a complaint about it where `route` is given. */
export function understood(
  raw: RawText,
  fields: { document?: Partial<Document>; analysis?: Partial<Analysis>; route?: Route | null } = {},
): Understood {
  const text = Buffer.from(raw.bytes).toString();
  const document: Document = {
    rawId: raw.id,
    fingerprint: hashOf(`fingerprint of ${text}`),
    channel: raw.channel,
    source: raw.source,
    externalId: null,
    threadId: null,
    customerId: 'c-1',
    receivedAt: new Date('2026-01-02T03:04:05Z'),
    language: 'en',
    subject: null,
    text,
    utterances: [],
    attributes: { region: 'north' },
    ...fields.document,
  };
  const analysis: Analysis = {
    sentences: [{ start: 0, end: text.length, utterance: null, sentiment: { score: -0.5, grade: -1 } }],
    mentions: [
      {
        sentence: 0,
        start: 0,
        end: text.length,
        category: 'bill.wrong',
        polarity: 'affirmed',
        sentiment: -0.5,
        score: 1,
        by: 'cue:wrong bill',
      },
    ],
    categories: [{ category: 'bill.wrong', facet: 'topic', mentions: 1, sentiment: { score: -0.5, grade: -1 } }],
    sentiment: { score: -0.25, grade: -1 },
    understood: true,
    versions: { telecoms: 'v1' },
    ...fields.analysis,
  };
  return { rawId: raw.id, document, analysis, route: fields.route ?? null };
}

/** A route to the team `billing`. */
export function route(fields: Partial<Route> = {}): Route {
  return {
    team: 'billing',
    priority: 'high',
    dueAt: new Date('2026-01-03T03:04:05Z'),
    by: 'wrong amounts',
    because: 'Wrong amounts on a bill go to Billing',
    score: 1,
    sentences: [0],
    suggestions: [],
    ...fields,
  };
}

/** Those of the texts that still wait, all batches together. */
export async function allWaiting(db: Queryable, ids: string[]): Promise<RawText[]> {
  const texts: RawText[] = [];
  for await (const batch of waitingTexts(db, ids)) texts.push(...batch);
  return texts;
}
