/** Charsets of the sample mails. */
export type Charset = 'utf-8' | 'windows-1252' | 'gb18030';

const tables = new Map<Charset, Map<string, number[]>>();

/**
 * Encodes text. Node decodes the older charsets but does not encode them, so the decoder's table is turned round.
 * @returns null where a character has no place in the charset (for GB18030: none of one or two bytes).
 */
export function encodeText(text: string, charset: Charset): Buffer | null {
  if (charset === 'utf-8') return Buffer.from(text);
  const table = tableOf(charset);
  const bytes: number[] = [];
  for (const character of text) {
    const code = table.get(character);
    if (!code) return null;
    bytes.push(...code);
  }
  return Buffer.from(bytes);
}

function tableOf(charset: Charset): Map<string, number[]> {
  const known = tables.get(charset);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(charset);
  const add = (code: number[]) => {
    const character = decoder.decode(Uint8Array.from(code));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, code);
  };
  for (let byte = 0; byte < (charset === 'gb18030' ? 0x80 : 0x100); byte++) add([byte]);
  if (charset === 'gb18030') {
    for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) add([lead, trail]);
  }
  tables.set(charset, table);
  return table;
}
