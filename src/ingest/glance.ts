import type { RawText } from '../types.ts';
import { decodeText } from './bytes/encoding.ts';
import { mailWords } from './email/mail-words.ts';

/** A text says within its first pages whether it cannot wait. */
const glanceBytes = 64 * 1024;

/**
 * The words of a text as far as a glance can tell them, long before it is parsed: rather too many words than too few, so
 * quotes, signatures and agents are among them. It never fails, and its time is bounded whatever the bytes are.
 */
export function glanceText({ format, bytes }: Pick<RawText, 'format' | 'bytes'>): string {
  const beginning = bytes.subarray(0, glanceBytes);
  if (format === 'eml') return mailWords(beginning);
  const text = decodeText(beginning);
  if (format === 'csv' || format === 'tsv') return withoutHeader(text);
  return format === 'jsonl' || format === 'contact-lens' ? text.replace(names, ' ') : text;
}

/** Names of fields in JSON: what a survey asks says nothing of what a customer answers. */
const names = /"(?:[^"\\]|\\.){0,200}"\s{0,20}:/g;

/** The row after the header, which a survey's questions stand in; a cell in quotes may hold line breaks. */
function withoutHeader(text: string): string {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === '\n' && !quoted) return text.slice(at + 1);
  }
  return text;
}
