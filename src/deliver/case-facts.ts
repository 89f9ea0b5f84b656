import type { Channel, Priority } from '../types.ts';
import type { CaseFacts } from './fields.ts';

/** A case, its text, and what happened to it. */
export interface ToldFacts {
  caseId: number;
  team: string;
  priority: Priority;
  state: string;
  dueAt: Date;
  openedAt: Date;
  by: string;
  because: string;
  score: number;
  tags: string[];
  evidence: number[];
  documentId: number;
  customerId: string | null;
  channel: Channel;
  language: string;
  subject: string | null;
  receivedAt: Date;
  text: string;
  sentences: readonly { start: number; end: number }[];
  attributes: Record<string, string>;
  event: string;
  at: Date;
  detail: Record<string, unknown>;
}

const mostWords = 10_000;
const kinds: Record<Channel, string> = { email: 'Email', call: 'Call', survey: 'Survey answer' };

/** The values of a template's fields. @param around what the case itself does not say. */
export function caseFacts(told: ToldFacts, around: { key: string; teamName: string; pagesUrl: string }): CaseFacts {
  const sentences = told.evidence.flatMap((at) => told.sentences[at] ?? []);
  const subject = oneLine(told.subject ?? '');
  const title =
    subject || `${kinds[told.channel]} ${told.customerId ? `from ${oneLine(told.customerId)}` : told.documentId}`;
  return {
    'case.id': told.caseId,
    'case.url': `${around.pagesUrl}/cases/${told.caseId}`,
    'case.title': title.slice(0, 200),
    'case.team': told.team,
    'case.teamName': around.teamName,
    'case.priority': told.priority,
    'case.state': told.state,
    'case.dueAt': told.dueAt.toISOString(),
    'case.openedAt': told.openedAt.toISOString(),
    'case.because': told.because,
    'case.by': told.by,
    'case.score': told.score,
    'case.tags': told.tags,
    'case.evidence': sentences.map(({ start, end }) => told.text.slice(start, end)).join('\n'),
    'text.id': told.documentId,
    'text.channel': told.channel,
    'text.language': told.language,
    'text.subject': subject,
    'text.words': told.text.slice(0, mostWords),
    'text.receivedAt': told.receivedAt.toISOString(),
    'customer.id': told.customerId ?? '',
    'customer.address': customerAddress(told) ?? '',
    'event.name': told.event,
    'event.words': eventWords(told, around.teamName),
    'event.at': told.at.toISOString(),
    'event.key': around.key,
  };
}

/** Where a customer can be written to; null where only a number or name is known. */
export function customerAddress({
  attributes,
  customerId,
}: Pick<ToldFacts, 'attributes' | 'customerId'>): string | null {
  const address = attributes.from ?? customerId ?? '';
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(address) ? address : null;
}

const words: Record<string, (told: ToldFacts, team: string) => string> = {
  opened: ({ priority }, team) => `A complaint came in for ${team}, priority ${priority}.`,
  joined: () => 'Another complaint about the same thing joined the case.',
  accepted: (_, team) => `${team} accepted the case.`,
  answered: () => 'The customer was answered.',
  closed: () => 'The case was closed.',
  reopened: () => 'The case was opened again.',
  reassigned: (_, team) => `The case was given to ${team}.`,
  escalated: ({ detail }, team) => `${String(detail.words ?? 'The case needs a look')} (${team}).`,
};

/** What happened, in a sentence. */
export function eventWords(told: ToldFacts, teamName: string): string {
  return words[told.event]?.(told, teamName) ?? `What happened: ${told.event}.`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
}
