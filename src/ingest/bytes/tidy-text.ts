/** What windows-1252 writes from 80 to 9F in hexadecimal; a space where it writes nothing. */
const windowsCharacters = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * The same text without what no reader sees: one kind of line break, no control or zero-width characters, no lone
 * surrogates (Postgres refuses them and NUL), ordinary spaces, composed letters (NFC), no spaces at line ends and at
 * most one blank line in a row. Ends are trimmed.
 */
export function tidyText(text: string): string {
  return plainCharacters(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Tidy text on one line, for names and values. */
export function tidyLine(text: string): string {
  return plainCharacters(text).replace(/\s+/g, ' ').trim();
}

function plainCharacters(text: string): string {
  return (
    text
      // No text holds these controls: they are windows-1252 read as ISO 8859-1, which Node's own decoder does too.
      .replace(/[\u0080-\u009f]/g, (control) => windowsCharacters[control.charCodeAt(0) - 0x80]!)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      // Soft hyphen, zero-width space, marks of direction, word joiner, byte order mark. Joiners of emoji stay.
      .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .normalize('NFC')
  );
}
