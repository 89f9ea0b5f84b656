import { isUtf8 } from 'node:buffer';
import { decodeText, detectEncoding } from '../bytes/encoding.ts';

/**
 * A mail's bytes as a MIME parser can read them. A mail saved as UTF-16 becomes UTF-8. Headers with raw bytes that are no
 * UTF-8 are read in the charset that the mail names for its body, else by their own signs; so is the body where the mail
 * names no charset at all. Everything else stays as it is.
 */
export function decodeMail(bytes: Uint8Array): Buffer {
  const encoding = detectEncoding(bytes);
  if (encoding.startsWith('utf-16')) return Buffer.from(decodeText(bytes, encoding));
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = mail[0] === 0xef && mail[1] === 0xbb && mail[2] === 0xbf ? 3 : 0;
  if (isUtf8(mail)) return mail.subarray(start);
  const end = endOfHeaders(mail);
  const headers = mail.subarray(start, end);
  const body = mail.subarray(end);
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(mail.toString('latin1'))?.[1];
  const decoded = isUtf8(headers) ? headers : Buffer.from(decodeBy(charset, headers));
  const undeclared = charset === undefined && !isUtf8(body) && !body.includes(0);
  return Buffer.concat([decoded, undeclared ? Buffer.from(decodeText(body)) : body]);
}

function endOfHeaders(mail: Buffer): number {
  const ends = [mail.indexOf('\n\n'), mail.indexOf('\n\r\n')].filter((at) => at >= 0);
  return ends.length > 0 ? Math.min(...ends) : mail.length;
}

function decodeBy(charset: string | undefined, bytes: Buffer): string {
  if (!charset || /^(us-ascii|utf-8)$/i.test(charset)) return decodeText(bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // TextDecoder has no other way to say that it does not know a charset.
    return decodeText(bytes);
  }
}
