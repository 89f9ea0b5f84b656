import type { IntakePipeline } from '../pipeline.ts';
import type { Document, RawText } from '../types.ts';
import { binaryKind } from './bytes/binary.ts';
import { decodeText, detectEncoding } from './bytes/encoding.ts';
import { tidyText } from './bytes/tidy-text.ts';
import { dropQuotes } from './email/drop-quotes.ts';
import { dropSignature } from './email/drop-signature.ts';
import { fingerprint } from './fingerprint.ts';
import { tellLanguage } from './language.ts';

/**
 * Reads text without any sign of a format: a letter; on channel call what one unknown person said, on channel survey one
 * answer. @throws Error where there are no words, or the bytes are no text.
 */
export function parsePlain(raw: RawText, cleaning: IntakePipeline['cleaning']): Document {
  const kind = detectEncoding(raw.bytes).startsWith('utf-16') ? null : binaryKind(raw.bytes);
  if (kind) throw new Error(`The text looks like ${kind}.`);
  let text = tidyText(decodeText(raw.bytes));
  if (raw.channel === 'email' && cleaning.dropQuotes) text = dropQuotes(text, false);
  if (raw.channel === 'email' && cleaning.dropSignatures) text = dropSignature(text, null);
  if (text === '') throw new Error('The text is empty.');
  const role = raw.channel === 'call' ? 'unknown' : 'customer';
  return {
    rawId: raw.id,
    fingerprint: fingerprint('plain', raw.id),
    channel: raw.channel,
    source: raw.source,
    externalId: null,
    threadId: null,
    customerId: null,
    receivedAt: raw.modifiedAt,
    language: tellLanguage(text),
    subject: null,
    text,
    utterances: raw.channel === 'email' ? [] : [{ speaker: '', role, start: 0, end: text.length, at: null }],
    attributes: {},
  };
}
