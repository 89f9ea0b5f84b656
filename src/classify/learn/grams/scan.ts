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
  /** Where it stands in the text as it was written. */
  start: number;
  end: number;
}

/**
 * Cuts any language's text into words: runs of letters and digits with apostrophes inside; single ideographs and kana,
 * since their scripts write no spaces; single marks.
 */
export function scanWords(text: string): Word[] {
  const read = text.slice(0, longestText);
  const words: Word[] = [];
  for (let start = 0; start < read.length; ) {
    const kind = kindAt(read, start);
    let end = start + 1;
    if (kind === letter) {
      while (end < read.length && continues(read, end)) end += 1;
      words.push({ text: unify(read.slice(start, end)), kind: 'word', start, end });
    } else if (kind === ideograph) {
      words.push({ text: unify(read[start]!), kind: 'ideograph', start, end });
    } else if (kind === mark) {
      if (isHighSurrogate(read, start) && end < read.length) end += 1;
      words.push({ text: unify(read.slice(start, end)), kind: 'mark', start, end });
    }
    start = end;
  }
  return words;
}

/** Done a word at a time, since it may change lengths, and a word must still be found where it was written. */
function unify(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII, which needs no unifying.
  return (/^[\x00-\x7f]*$/.test(word) ? word : word.normalize('NFKC')).toLowerCase();
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
  // U+FE0F makes an emoji of the character before it.
  if (unit === '\ufe0f' || /[\s\p{Cc}\p{Zs}\p{Cf}]/u.test(unit)) return space;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(unit)) return ideograph;
  return /[\p{L}\p{N}\p{M}_]/u.test(unit) ? letter : mark;
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}
