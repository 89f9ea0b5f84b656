import type { Document, RawText, Role, Utterance } from '../../types.ts';
import { tidyLine } from '../bytes/tidy-text.ts';
import { customerId } from '../customer-id.ts';
import { fingerprint } from '../fingerprint.ts';
import { languageCode, tellLanguage } from '../language.ts';
import { readDate } from '../read-date.ts';
import { receivedAt } from '../received-at.ts';
import { tellRoles } from './roles.ts';

/** One turn of a call. */
export interface Turn {
  speaker: string;
  text: string;
  /** Seconds from the start of the call. */
  at: number | null;
  /** Where the file itself says it. */
  role?: Role;
}

/** Keys by which a transcript tells about its call, lower case; any other becomes coded data. */
const keys = {
  id: ['id', 'call id', 'call', 'callid', 'contact id', 'contactid', 'conversation id', 'conversationid', 'recording'],
  customer: [
    'customer',
    'customer id',
    'customerid',
    'client',
    'client id',
    'clientid',
    'account',
    'account id',
    'caller',
    'caller id',
    'phone',
  ],
  date: [
    'date',
    'time',
    'datetime',
    'started',
    'start',
    'start time',
    'starttime',
    'received',
    'call date',
    'recorded',
    'conversationtime',
  ],
  language: ['language', 'languagecode', 'lang'],
  subject: ['subject', 'title'],
};

/**
 * Makes the Document of a call: what was said, a line a turn, without the speakers' names; they stand in the utterances.
 * @param details what the transcript tells about its call, such as `region: north`.
 * @throws Error where nobody says a word.
 */
export function callDocument(raw: RawText, turns: Turn[], details: [string, string][]): Document {
  const spoken = turns.map((turn) => ({ ...turn, speaker: tidyLine(turn.speaker), text: tidyLine(turn.text) }));
  const { text, utterances } = joinTurns(spoken.filter((turn) => turn.text !== ''));
  if (text === '') throw new Error('The transcript holds no words: no turn or cue has any text.');
  const told = sortDetails(details);
  const date = told.date ? readDate(told.date) : dateInName(raw.source);
  return {
    rawId: raw.id,
    fingerprint: fingerprint('call', told.id ?? date?.toISOString() ?? null, text),
    channel: raw.channel,
    source: raw.source,
    externalId: told.id,
    threadId: null,
    customerId: customerId(told.customer),
    receivedAt: receivedAt(date, raw.modifiedAt),
    language: languageCode(told.language) ?? tellLanguage(customersWords(text, utterances)),
    subject: told.subject,
    text,
    utterances,
    attributes: told.attributes,
  };
}

function joinTurns(turns: Turn[]): { text: string; utterances: Utterance[] } {
  const roles = tellRoles(turns);
  const utterances: Utterance[] = [];
  let start = 0;
  for (const { speaker, text, at, role } of turns) {
    const end = start + text.length;
    utterances.push({ speaker, role: role ?? roles.get(speaker) ?? 'unknown', start, end, at });
    start = end + 1;
  }
  return { text: turns.map(({ text }) => text).join('\n'), utterances };
}

function customersWords(text: string, utterances: Utterance[]): string {
  const words = utterances.filter(({ role }) => role === 'customer').map(({ start, end }) => text.slice(start, end));
  return words.join('\n') || text;
}

function sortDetails(details: [string, string][]) {
  const told: Record<keyof typeof keys, string | null> = {
    id: null,
    customer: null,
    date: null,
    language: null,
    subject: null,
  };
  const attributes: [string, string][] = [];
  for (const [key, written] of details) {
    const [name, value] = [tidyLine(key), tidyLine(written)];
    if (value === '' || name === '') continue;
    const meaning = meaningOf(name.toLowerCase().replaceAll('_', ' '));
    if (meaning) told[meaning] ??= value;
    else attributes.push([name, value]);
  }
  return { ...told, attributes: Object.fromEntries(attributes) };
}

function meaningOf(name: string): keyof typeof keys | undefined {
  return (Object.keys(keys) as (keyof typeof keys)[]).find((meaning) => keys[meaning].includes(name));
}

/** A date that stands in the file's name: `call-2024-03-05.vtt`, `20240305T101500_anna.json`. */
function dateInName(source: string): Date | null {
  const match =
    /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?:[T_ -]?(\d{2})[-_:.]?(\d{2})(?:[-_:.]?(\d{2}))?)?(?!\d)/.exec(
      source.slice(source.lastIndexOf('/') + 1),
    );
  if (!match) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = match;
  return readDate(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) ?? readDate(`${year}-${month}-${day}`);
}
