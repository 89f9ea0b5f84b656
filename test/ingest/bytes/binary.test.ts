import { expect, test } from 'vitest';
import { binaryKind, hasControls } from '../../../src/ingest/bytes/binary.ts';

test('well-known files are named for a person', () => {
  expect(binaryKind(Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'))).toBe('a PNG image');
  expect(binaryKind(Buffer.from('%PDF-1.7 text'))).toBe('a PDF document');
  expect(binaryKind(Buffer.from('PK\x03\x04\x14\0', 'latin1'))).toContain('Excel');
  expect(binaryKind(Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1', 'latin1'))).toContain('Outlook .msg');
  expect(binaryKind(Buffer.from('\x78\x9f\x3e\x22', 'latin1'))).toContain('winmail.dat');
  expect(binaryKind(Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'))).toBe('a WAV recording');
});

test('words that begin as a signature does are still text', () => {
  expect(binaryKind(Buffer.from('BMW never called me back.'))).toBeNull();
  expect(binaryKind(Buffer.from('ID3 is what the label said.'))).toBeNull();
  expect(binaryKind(Buffer.from('MZ, my initials'))).toBeNull();
});

test('NUL bytes and other control characters are binary data, a few in much text are borne with', () => {
  expect(binaryKind(Buffer.from('abc\0def'))).toBe('binary data');
  expect(hasControls(Buffer.from(`${'word '.repeat(200)}\x01`))).toBe(false);
  expect(hasControls(Buffer.from('\x01\x02\x03 abc'))).toBe(true);
  expect(hasControls(Buffer.from('tab\tline\r\nform feed\fescape\x1b$B'))).toBe(false);
});
