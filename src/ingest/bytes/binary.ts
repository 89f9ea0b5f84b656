/** Signatures of files that hold no text of their own: offset, bytes as Latin-1, and the words for a person. */
const signatures: [number, string, string][] = [
  [0, '\x89PNG', 'a PNG image'],
  [0, '\xff\xd8\xff', 'a JPEG image'],
  [0, 'GIF8', 'a GIF image'],
  [0, 'BM', 'a BMP image'],
  [0, 'II*\0', 'a TIFF image'],
  [0, 'MM\0*', 'a TIFF image'],
  [8, 'WEBP', 'a WebP image'],
  [0, '%PDF', 'a PDF document'],
  [0, 'PK\x03\x04', 'a ZIP archive, or an Excel or Word file (save it as CSV or text)'],
  [0, '\x1f\x8b', 'a gzip archive (unpack it)'],
  [0, 'BZh', 'a bzip2 archive (unpack it)'],
  [0, '7z\xbc\xaf', 'a 7-Zip archive (unpack it)'],
  [0, 'Rar!', 'a RAR archive (unpack it)'],
  [0, '\xfd7zXZ', 'an xz archive (unpack it)'],
  [0, '(\xb5/\xfd', 'a Zstandard archive (unpack it)'],
  [257, 'ustar', 'a tar archive (unpack it)'],
  [0, '\xd0\xcf\x11\xe0', 'an Outlook .msg or an old Office file (save it as .eml, CSV or text)'],
  [0, '\x78\x9f\x3e\x22', 'a winmail.dat attachment (TNEF)'],
  [0, '!BDN', 'an Outlook .pst store (export its mails as .eml or mbox)'],
  [8, 'WAVE', 'a WAV recording'],
  [0, 'ID3', 'an MP3 recording'],
  [0, '\xff\xfb', 'an MP3 recording'],
  [0, 'OggS', 'an Ogg recording'],
  [0, 'fLaC', 'a FLAC recording'],
  [4, 'ftyp', 'an MP4 recording'],
  [0, '\x1aE\xdf\xa3', 'a WebM or Matroska recording'],
  [0, 'SQLite format 3', 'an SQLite database'],
  [0, 'PAR1', 'a Parquet table (save it as CSV)'],
  [0, '\x7fELF', 'a program'],
  [0, 'MZ', 'a program'],
];

/** Signatures that ordinary words could begin with count only where the bytes are no text otherwise. */
const wordlike = new Set(['BM', 'MZ', 'ID3', 'BZh', 'GIF8', 'PAR1', 'ftyp', 'WAVE', 'WEBP', 'Rar!', '!BDN']);

/** Names what a binary file is, in words for a person; null for text. `head` is the file's beginning. */
export function binaryKind(head: Uint8Array): string | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 300)).toString('latin1');
  const text = !hasControls(head);
  for (const [offset, bytes, kind] of signatures) {
    if (start.startsWith(bytes, offset) && !(text && wordlike.has(bytes))) return kind;
  }
  return text ? null : 'binary data';
}

/** More than 1 in 200 control characters that no text holds; a few of them are an accident in the middle of text. */
export function hasControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    // Tab to carriage return, escape (ISO-2022 encodings use it) and end-of-file of old systems are text.
    if (byte < 32 && (byte < 8 || byte > 13) && byte !== 27 && byte !== 26) controls++;
  }
  return controls > bytes.length / 200;
}
