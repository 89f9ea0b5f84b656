import type { Channel, Format } from '../types.ts';
import { binaryKind } from './bytes/binary.ts';
import { decodeText, detectEncoding, type Encoding } from './bytes/encoding.ts';
import { looksLikeCues, looksLikeDialogue } from './call/looks-like-call.ts';
import { recogniseJson } from './call/recognise-json.ts';
import { looksLikeMail } from './email/looks-like-mail.ts';
import { looksLikeMbox } from './split/mbox.ts';
import { looksLikeTable } from './survey/looks-like-table.ts';
import { tableLayout } from './survey/read-table.ts';

/** What a file is. */
export interface Recognised {
  format: Format;
  channel: Channel;
  encoding: Encoding;
  /** How it is split into texts. */
  split: 'mbox' | 'rows' | 'lines' | 'whole';
}

/** What Earshot reads, to end the sentences that refuse something else. */
export const expected =
  'Earshot reads mails (.eml, mbox, Maildir), call transcripts (WebVTT, SRT, Contact Lens JSON, "Speaker: text" lines) ' +
  'and surveys (CSV, TSV, JSON Lines).';

/** How much of a file's beginning is looked at. */
export const headBytes = 256 * 1024;

/** An object or a list, but not `[00:12] Anna: …` or `{Name}`. */
const jsonStart = /^\s*(?:\{\s*["}]|\[\s*(?:[{["\]]|-?\d+\s*[,\]]\s*[^\p{L}]))/u;

/**
 * Tells what a file is from its first bytes; its name only breaks ties. Text without any sign of a format is a letter:
 * channel email, format plain.
 * @param head the first `headBytes` bytes, or all where there are fewer.
 * @param ended whether `head` is the whole file.
 * @returns what it is, or a sentence for a person that says what stands in the way.
 */
export function recognise(name: string, head: Uint8Array, ended: boolean): Recognised | { reason: string } {
  const encoding = detectEncoding(head);
  const text = decodeText(head, encoding);
  if (text.trim() === '')
    return { reason: ended ? 'The file is empty.' : `The file begins with blank space. ${expected}` };
  const told = (format: Format, channel: Channel, split: Recognised['split']) => ({ format, channel, encoding, split });

  // A mail may carry binary parts, so mails are told before anything is refused as binary.
  if (looksLikeMbox(text)) return told('eml', 'email', 'mbox');
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const kind = wide ? null : binaryKind(head);
  if (looksLikeMail(text, name) && (kind === null || kind === 'binary data')) return told('eml', 'email', 'whole');
  if (kind) return { reason: `The file looks like ${kind}. ${expected}` };

  if (/^WEBVTT(?:\s|$)/.test(text)) return told('vtt', 'call', 'whole');
  if (jsonStart.test(text)) {
    const json = recogniseJson(text, ended, name);
    if ('reason' in json) return { reason: `${json.reason} ${expected}` };
    return told(json.format, json.channel, json.split);
  }
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text))
    return { reason: `The file looks like an HTML or XML page. ${expected}` };
  if (looksLikeCues(text) || /\.(vtt|srt|sbv)$/i.test(name)) return told('srt', 'call', 'whole');
  const tableName = /\.(csv|tsv|tab)$/i.test(name);
  if (!tableName && looksLikeDialogue(text)) return told('dialogue', 'call', 'whole');
  const utf8 = encoding === 'utf-8' ? Buffer.from(head) : Buffer.from(text);
  if (looksLikeTable(utf8, ended, name)) {
    return told(tableLayout(utf8, ended)?.delimiter === '\t' ? 'tsv' : 'csv', 'survey', 'rows');
  }
  return told('plain', 'email', 'whole');
}
