/**
 * The text with typographic variants as plain ones, so that one word has one spelling: curly apostrophes and quotes become
 * straight, every kind of white space and every control character becomes a space. The length stays the same, so offsets
 * into the result are offsets into the text.
 */
export function toPlain(text: string): string {
  if (/^[\x20-\x5f\x61-\x7e]*$/.test(text)) return text;
  return (
    text
      .replace(/[\u2018\u2019\u201b\u02bc\u00b4\u2032`]/g, "'")
      .replace(/[\u201c\u201d\u201e\u2033]/g, '"')
      // \u200b–\u200d, \u2060 and \ufeff have no width: mail programs leave them inside and between words.
      .replace(/[\s\p{Cc}\u200b-\u200d\u2060\ufeff]/gu, ' ')
  );
}

/** Blanks out runs of more than `longest` characters without a space, length kept: no word is that long. */
export function blankLongRuns(text: string, longest: number): string {
  if (!hasLongRun(text, longest)) return text;
  let result = text;
  for (const { index, 0: run } of text.matchAll(/\S+/g)) {
    if (run.length <= longest) continue;
    result = result.slice(0, index) + ' '.repeat(run.length) + result.slice(index + run.length);
  }
  return result;
}

function hasLongRun(text: string, longest: number): boolean {
  let at = -1;
  while (text.length - at > longest) {
    const space = text.indexOf(' ', at + 1);
    if ((space < 0 ? text.length : space) - at > longest + 1) return true;
    if (space < 0) return false;
    at = space;
  }
  return false;
}
