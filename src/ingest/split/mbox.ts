import type { RawText } from '../../types.ts';
import type { ByteQueue } from './byte-queue.ts';
import { type FindEnd, streamOversize, tooLarge } from './oversize.ts';
import type { SetAside } from './set-aside.ts';
import type { TextWrapper } from './wrap-texts.ts';

/** The line before each mail: `From `, the sender, and a time; a year follows it or, with some writers, a zone. */
const envelope = /^From \S.{0,200}?\d{1,2}:\d{2}(?::\d{2})?.{0,40}\d{4}\s*$|^From - .{0,60}$/;
const longestEnvelope = 300;

/** Splits an mbox into its mails, each without its envelope line and with `>From ` given back its `From ` (mboxrd). */
export async function* splitMbox(
  queue: ByteQueue,
  texts: TextWrapper,
  largestBytes: number,
): AsyncGenerator<RawText | SetAside> {
  let from = 0;
  for (let number = 1; queue.bytes.length > 0 || (await queue.more()); ) {
    const place = `#${number}`;
    const found = endOfMail(queue.bytes, from, queue.ended);
    if (found.end === null && queue.bytes.length <= largestBytes) {
      from = found.sure;
      await queue.more();
      continue;
    }
    if (found.end === null || found.end > largestBytes) {
      const large = streamOversize(queue, endOfMail);
      yield texts.asideStreamed(
        queue.bytes.subarray(0, largestBytes),
        large.parts,
        place,
        tooLarge(largestBytes, 'mail'),
      );
      await large.skipRest();
    } else {
      const mail = withoutEnvelope(queue.take(found.end));
      if (mail.length > 0) yield texts.read(mail, place);
      else yield texts.aside(mail, place, 'The mail is empty: nothing follows its "From " line.');
    }
    [from, number] = [0, number + 1];
  }
}

/** A mail ends before the next envelope line. */
const endOfMail: FindEnd = (bytes, from, ended) => {
  let at = from;
  for (;;) {
    const hit = bytes.indexOf('\nFrom ', at, 'latin1');
    if (hit < 0) break;
    const lineEnd = bytes.indexOf(10, hit + 1);
    const line = bytes.toString(
      'latin1',
      hit + 1,
      Math.min(lineEnd < 0 ? bytes.length : lineEnd, hit + longestEnvelope),
    );
    if (lineEnd < 0 && !ended && line.length < longestEnvelope - 1) return { end: null, sure: hit };
    if (envelope.test(line.trimEnd())) return { end: hit + 1 };
    at = hit + 1;
  }
  // The last bytes may be the beginning of a line break and `From `.
  return ended ? { end: bytes.length } : { end: null, sure: Math.max(from, bytes.length - 6) };
};

/** Whether the file begins as an mbox does. */
export function looksLikeMbox(head: string): boolean {
  if (!head.startsWith('From ')) return false;
  const [first = '', second = ''] = head.split('\n', 2);
  return envelope.test(first.trimEnd()) || /^[A-Za-z][A-Za-z0-9-]*:/.test(second);
}

function withoutEnvelope(mail: Buffer): Buffer {
  let body = mail;
  if (mail.toString('latin1', 0, 5) === 'From ') {
    const lineEnd = mail.indexOf(10);
    body = lineEnd < 0 ? Buffer.alloc(0) : mail.subarray(lineEnd + 1);
  }
  const text = body.includes('>From ') ? unescapeFrom(body) : body;
  // The blank line before the next envelope belongs to the mbox, not to the mail.
  let end = text.length;
  while (end > 0 && (text[end - 1] === 10 || text[end - 1] === 13)) end--;
  return text.subarray(0, end);
}

function unescapeFrom(mail: Buffer): Buffer {
  return Buffer.from(mail.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}
