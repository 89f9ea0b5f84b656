import { decodeText } from '../bytes/encoding.ts';

const base64Part = /^content-transfer-encoding:\s*base64\b[\s\S]{0,2000}?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/gim;
const quotedPrintable = /^content-transfer-encoding:\s*quoted-printable\b/im;
const charsetName = /charset\s*=\s*"?([\w-]+)/i;

/** The words of a mail without parsing it: transfer encodings undone, marks of HTML left out, headers left in. */
export function mailWords(bytes: Uint8Array): string {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const plain = quotedPrintable.test(mail) ? unquote(mail) : mail;
  const decoded = plain.replace(
    base64Part,
    (_, body: string) => `\n\n${Buffer.from(body, 'base64').toString('latin1')}`,
  );
  const text = decode(Buffer.from(decoded, 'latin1'), charsetName.exec(mail)?.[1]);
  return text.replace(/<[^<>]{1,2000}>/g, ' ');
}

function unquote(mail: string): string {
  return mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function decode(bytes: Buffer, charset: string | undefined): string {
  if (!charset || /^(us-ascii|utf-?8)$/i.test(charset)) return decodeText(bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // TextDecoder has no other way to say that it does not know a charset.
    return decodeText(bytes);
  }
}
