export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/** How far the signs of an encoding are looked for. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Tells how text is encoded, by these signs in turn: a byte order mark; zeros on every other byte (UTF-16); valid UTF-8;
 * high bytes that come in pairs as GB2312 writes its characters (GB18030); else windows-1252, which fits any bytes.
 * Other legacy encodings (Big5, Shift JIS, KOI8-R) are not told apart: save such files as UTF-8.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const sixteen = utf16ByZeros(sample);
  if (sixteen) return sixteen;
  // `stream` forgives a character cut in two by the end of the sample, and only there.
  if (decodes(sample, 'utf-8', sample.length < bytes.length)) return 'utf-8';
  return pairsAsGb2312(sample) ? 'gb18030' : 'windows-1252';
}

/** Reads bytes as text, without a byte order mark; bytes that fit no character become U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: Encoding = detectEncoding(bytes)): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Whether the bytes are UTF-8 throughout; with `cut`, a character may be cut off at the end. */
export function isUtf8(bytes: Uint8Array, cut = false): boolean {
  return decodes(bytes, 'utf-8', cut);
}

function decodes(bytes: Uint8Array, encoding: Encoding, cut: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    // TextDecoder has no other way to say that bytes do not fit.
    return false;
  }
}

/** Western text in UTF-16 has a zero in nearly every character's high byte and hardly any in the low one. */
function utf16ByZeros(sample: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  const length = Math.min(sample.length & ~1, 4096);
  for (let at = 0; at < length; at++) if (sample[at] === 0) zeros[at & 1]!++;
  const [even, odd] = zeros as [number, number];
  const pairs = length / 2;
  if (pairs < 4) return null;
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

/**
 * GB2312 writes every character as two bytes from A1 on; in Western text a high byte stands mostly alone among ASCII
 * letters ("für"). So the text is Chinese when most high bytes are in such pairs.
 */
function pairsAsGb2312(sample: Uint8Array): boolean {
  let paired = 0;
  let alone = 0;
  for (let at = 0; at < sample.length; at++) {
    const lead = sample[at]!;
    if (lead < 0x80) continue;
    const trail = sample[at + 1] ?? 0;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1 && trail <= 0xfe) {
      paired++;
      at++;
    } else alone++;
  }
  return paired > 0 && paired >= alone * 3 && decodes(sample, 'gb18030', true);
}
