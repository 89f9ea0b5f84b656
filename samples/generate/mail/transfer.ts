import { type Charset, encodeText } from './charset.ts';

export type TransferEncoding = '7bit' | '8bit' | 'quoted-printable' | 'base64';

/** Encodes a part's bytes for the way; lines end in CRLF. */
export function encodeTransfer(bytes: Buffer, encoding: TransferEncoding): Buffer {
  if (encoding === 'base64') return Buffer.from((bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n'));
  if (encoding === 'quoted-printable') return Buffer.from(quotedPrintable(bytes));
  return bytes;
}

/** RFC 2045, 6.7: at most 76 characters a line, spaces at line ends written out. */
function quotedPrintable(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .split('\r\n')
    .map((line) => {
      let written = '';
      let column = 0;
      for (let at = 0; at < line.length; at++) {
        const token = quotedCharacter(line, at);
        if (column + token.length > 75) {
          written += '=\r\n';
          column = 0;
        }
        written += token;
        column += token.length;
      }
      return written;
    })
    .join('\r\n');
}

function quotedCharacter(line: string, at: number): string {
  const code = line.charCodeAt(at);
  const space = (code === 32 || code === 9) && at < line.length - 1;
  if (space || (code >= 33 && code <= 126 && code !== 61)) return line.charAt(at);
  return `=${code.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A header's words: as they are in ASCII, else as encoded words (RFC 2047), each short enough for its line. */
export function encodeHeader(text: string, charset: Charset, style: 'B' | 'Q'): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  for (const piece of pieces(text, charset === 'gb18030' ? 14 : 10)) {
    const bytes = encodeText(piece, charset) ?? Buffer.from(piece);
    const name = encodeText(piece, charset) ? charset : 'utf-8';
    words.push(`=?${name}?${style}?${style === 'B' ? bytes.toString('base64') : qWord(bytes)}?=`);
  }
  return words.join('\r\n ');
}

function pieces(text: string, length: number): string[] {
  const characters = [...text];
  const list: string[] = [];
  while (characters.length > 0) list.push(characters.splice(0, length).join(''));
  return list;
}

function qWord(bytes: Buffer): string {
  return [...bytes]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (byte === 32) return '_';
      return /[A-Za-z0-9!*+/-]/.test(character) ? character : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
