import { describe, expect, test } from 'vitest';
import { decodeText, detectEncoding } from '../../../src/ingest/bytes/encoding.ts';

const utf16 = (text: string, mark = true) => Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

describe('detectEncoding', () => {
  test('plain ASCII and UTF-8 are UTF-8', () => {
    expect(detectEncoding(Buffer.from('Hello'))).toBe('utf-8');
    expect(detectEncoding(Buffer.from('Grüße, 你好, 👍'))).toBe('utf-8');
  });

  test('a byte order mark is believed', () => {
    expect(detectEncoding(utf16('你好'))).toBe('utf-16le');
    expect(detectEncoding(swapped(utf16('你好')))).toBe('utf-16be');
  });

  test('UTF-16 without a mark is told by the zeros of Western text', () => {
    expect(detectEncoding(utf16('My bill is wrong', false))).toBe('utf-16le');
    expect(detectEncoding(swapped(utf16('My bill is wrong', false)))).toBe('utf-16be');
  });

  test('high bytes in pairs are GB18030, high bytes alone windows-1252', () => {
    // 服务很差 and 你好，请退款 in GB2312.
    expect(detectEncoding(Buffer.from('b7fecef1badcb2ee', 'hex'))).toBe('gb18030');
    expect(detectEncoding(Buffer.from('Der Preis f\xfcr die L\xf6sung ist unversch\xe4mt', 'latin1'))).toBe(
      'windows-1252',
    );
    expect(detectEncoding(Buffer.from('D\xe9j\xe0 vu, c\x92est cher', 'latin1'))).toBe('windows-1252');
  });

  test('a character cut in two by the end of the sample does not unmake UTF-8', () => {
    const text = `${'a'.repeat(64 * 1024 - 1)}é and more`;
    expect(detectEncoding(Buffer.from(text))).toBe('utf-8');
  });

  test('no bytes at all are UTF-8', () => {
    expect(detectEncoding(Buffer.alloc(0))).toBe('utf-8');
  });
});

describe('decodeText', () => {
  test('byte order marks are left out', () => {
    expect(decodeText(Buffer.from('\ufeffHello'))).toBe('Hello');
    expect(decodeText(utf16('Hello'))).toBe('Hello');
  });

  test('GB18030 reads Chinese', () => {
    expect(decodeText(Buffer.from('b7fecef1badcb2ee', 'hex'))).toBe('服务很差');
  });
});
