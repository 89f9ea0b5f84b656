import PostalMime, { type Email } from 'postal-mime';
import type { IntakePipeline } from '../../pipeline.ts';
import type { Document, RawText } from '../../types.ts';
import { tidyLine } from '../bytes/tidy-text.ts';
import { fingerprint } from '../fingerprint.ts';
import { tellLanguage } from '../language.ts';
import { receivedAt } from '../received-at.ts';
import { isAutomatic, isMassMail } from './automatic.ts';
import { decodeMail } from './decode-mail.ts';
import { dropQuotes } from './drop-quotes.ts';
import { dropSignature } from './drop-signature.ts';
import { type Flow, unmarkFlowed } from './flowed-text.ts';
import { mailDate } from './mail-date.ts';
import { mailText } from './mail-text.ts';
import { mendMultipart } from './mend-multipart.ts';

/** Bounds for hostile mails; honest ones stay far below. Deeper parts or longer headers make the parser throw. */
const limits = { maxNestingDepth: 100, maxHeadersSize: 2 ** 20, forceRfc822Attachments: true };

const forwarded = /^\s*(?:fwd?|wg|tr|rv|i|vs|转发|轉寄|пересл)\s*[:：]/i;
const replied = /^\s*(?:re|aw|sv|antw|r|回复|回覆|отв)\s*(?:\[\d+\])?\s*[:：]/i;

/**
 * Reads one mail. The sender's address is the customer; Message-ID the external id; the first of References, else
 * In-Reply-To, else the mail's own id the thread. Without words of its own a mail that is no reply says what its subject
 * says. Attributes: `to` (the company's mailbox), `importance: high`, `automatic: yes` for answers by machine, `mass mail: yes`
 * for what no machine may answer, `from` where another header names the customer, and
 * whatever stands in `X-Customer-…` headers, as `X-Customer-Region: north`.
 * @throws Error where the mail has no words of its own, or breaks the limits on nesting and headers.
 */
export async function parseEmail(raw: RawText, cleaning: IntakePipeline['cleaning']): Promise<Document> {
  const { mail: bytes, flow } = unmarkFlowed(decodeMail(raw.bytes));
  const mail = await PostalMime.parse(bytes, limits);
  const from = addressOf(mail.from ?? mail.sender);
  const subject = tidyLine(mail.subject ?? '') || null;
  const text = ownWords(mail, await allWords(mail, bytes, flow), subject, cleaning);
  const date = mailDate(header(mail, 'date') ?? undefined);
  const id = messageId(mail.messageId);
  const thread = messageId(mail.references) ?? messageId(mail.inReplyTo) ?? id;
  const print = id
    ? fingerprint('email', id, text)
    : fingerprint('email', from, date?.toISOString() ?? null, subject, text);
  const { 'customer id': customer, ...attributes } = attributesOf(mail, from);
  return {
    rawId: raw.id,
    fingerprint: print,
    channel: raw.channel,
    source: raw.source,
    externalId: id,
    threadId: thread,
    customerId: customer ?? from,
    receivedAt: receivedAt(date, raw.modifiedAt),
    language: tellLanguage(text),
    subject,
    text,
    utterances: [],
    attributes,
  };
}

async function allWords(mail: Email, bytes: Buffer, flow: Flow): Promise<string> {
  const text = await mailText(mail, flow, limits);
  if (text !== '' || mail.attachments.length > 0 || !/^multipart\//i.test(header(mail, 'content-type') ?? ''))
    return text;
  return mailText(await PostalMime.parse(mendMultipart(bytes), limits), flow, limits);
}

function ownWords(mail: Email, whole: string, subject: string | null, cleaning: IntakePipeline['cleaning']): string {
  const isForward = forwarded.test(subject ?? '');
  let text = cleaning.dropQuotes ? dropQuotes(whole, isForward) : whole;
  if (cleaning.dropSignatures) text = dropSignature(text, tidyLine(mail.from?.name ?? '') || null);
  if (text !== '') return text;
  if (subject && !replied.test(subject) && !isForward) return subject;
  if (whole !== '') throw new Error('The mail has no words of its own: it only quotes earlier mails.');
  throw new Error(`The mail has no text${mail.attachments.length > 0 ? ', only attachments' : ''}.`);
}

function header(mail: Email, name: string): string | null {
  return mail.headers.find(({ key }) => key === name)?.value ?? null;
}

function addressOf(sender: Email['from']): string | null {
  const address = sender?.address ?? sender?.group?.[0]?.address;
  return tidyLine(address ?? '').toLowerCase() || null;
}

/** The first id in angle brackets, or the first word where a mailer left the brackets out. */
function messageId(written: string | undefined): string | null {
  const value = tidyLine(written ?? '');
  return /<([^<>\s]+)>/.exec(value)?.[1] ?? (value.split(' ')[0] || null);
}

function attributesOf(mail: Email, from: string | null): Record<string, string> {
  const attributes: [string, string][] = [];
  const to = addressOf(mail.to?.[0]);
  if (to) attributes.push(['to', to]);
  const important = /^(?:high|urgent|1\b|2\b)/i;
  if (['importance', 'x-priority', 'priority'].some((name) => important.test(header(mail, name) ?? ''))) {
    attributes.push(['importance', 'high']);
  }
  if (isAutomatic((name) => header(mail, name), from)) attributes.push(['automatic', 'yes']);
  if (isMassMail((name) => header(mail, name))) attributes.push(['mass mail', 'yes']);
  // The customer is then known by another name, and could not be answered.
  if (from !== null && header(mail, 'x-customer-id')) attributes.push(['from', from]);
  for (const { key, value } of mail.headers) {
    const name = /^x-customer-(.+)$/.exec(key)?.[1]?.replaceAll('-', ' ');
    if (name && value) attributes.push([name === 'id' ? 'customer id' : name, tidyLine(value)]);
  }
  return Object.fromEntries(attributes);
}
