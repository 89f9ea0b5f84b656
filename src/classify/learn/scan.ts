/** Longer texts are read up to here: what a text is about has been said by then, and a megabyte must not stall the rest. */
export const longestText = 20_000;

/** Kinds of UTF-16 code units, worked out once each. */
const unknown = 0;
const space = 1;
const letter = 2;
const ideograph = 3;
const mark = 4;
const kinds = new Uint8Array(65536);

/** A stretch of a text: a word, one ideograph, or one mark (punctuation, emoji). */
export interface Word {
  /** Lower case, compatibility forms unified. */
  text: string;
  kind: 'word' | 'ideograph' | 'mark';
}

/**
 * Cuts any language's text into words: runs of letters and digits with apostrophes inside; single ideographs and kana,
 * since their scripts write no spaces; single marks.
 */
export function scanWords(text: string): Word[] {
  const plain = text.slice(0, longestText).normalize('NFKC').toLowerCase();
  const words: Word[] = [];
  for (let at = 0; at < plain.length; ) {
    const kind = kindAt(plain, at);
    let end = at + 1;
    if (kind === letter) {
      while (end < plain.length && continues(plain, end)) end += 1;
      words.push({ text: plain.slice(at, end), kind: 'word' });
    } else if (kind === ideograph) {
      words.push({ text: plain[at]!, kind: 'ideograph' });
    } else if (kind === mark) {
      if (isHighSurrogate(plain, at) && end < plain.length) end += 1;
      words.push({ text: plain.slice(at, end), kind: 'mark' });
    }
    at = end;
  }
  return words;
}

function continues(text: string, at: number): boolean {
  if (kindAt(text, at) === letter) return true;
  const unit = text.charCodeAt(at);
  const isApostrophe = unit === 0x27 || unit === 0x2019;
  return isApostrophe && at + 1 < text.length && kindAt(text, at + 1) === letter;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit]!;
  if (known !== unknown) return known;
  const kind = tellKind(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function tellKind(unit: string): number {
  if (/[\s\p{Cc}\p{Zs}\p{Cf}\ufe0f]/u.test(unit)) return space;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(unit)) return ideograph;
  return /[\p{L}\p{N}\p{M}_]/u.test(unit) ? letter : mark;
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}
