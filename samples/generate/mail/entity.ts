import { type Charset, encodeText } from './charset.ts';
import { encodeTransfer, type TransferEncoding } from './transfer.ts';

/** A MIME entity: its own headers, and its body ready for the way. */
export interface Entity {
  headers: [string, string][];
  body: Buffer;
}

const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');

/** A text part. Falls back to UTF-8 where the charset lacks a character. */
export function textEntity(text: string, type: 'plain' | 'html', charset: Charset, encoding: TransferEncoding): Entity {
  const fitting = encodeText(crlf(text), charset) ? charset : 'utf-8';
  const bytes = encodeText(crlf(text), fitting) ?? Buffer.from(crlf(text));
  return {
    headers: [
      ['Content-Type', `text/${type}; charset=${fitting === 'gb18030' ? 'GB18030' : fitting}`],
      ['Content-Transfer-Encoding', encoding],
    ],
    body: encodeTransfer(bytes, encoding),
  };
}

/** A file that goes along. */
export function attachment(name: string, type: string, bytes: Buffer): Entity {
  return {
    headers: [
      ['Content-Type', `${type}; name="${name}"`],
      ['Content-Transfer-Encoding', 'base64'],
      ['Content-Disposition', `attachment; filename="${name}"`],
    ],
    body: encodeTransfer(bytes, 'base64'),
  };
}

/** Several parts in one, such as `alternative`, `mixed` or `report; report-type=delivery-status`. */
export function multipart(kind: string, boundary: string, parts: Entity[]): Entity {
  const [subtype, ...parameters] = kind.split('; ');
  const pieces = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), writeEntity(part), Buffer.from('\r\n')]);
  return {
    headers: [['Content-Type', [`multipart/${subtype}`, ...parameters, `boundary="${boundary}"`].join('; ')]],
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

export function writeEntity({ headers, body }: Entity): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${lines}\r\n`, 'latin1'), body]);
}
