/**
 * The form in which cues and texts meet, so that an analyst need not think of spelling: a word with a hyphen, slash or digit
 * in it is taken apart ("wi-fi" is "wi fi", "5G" is "5 g"), contractions are spelt out ("can't", "cannot" and "cant" are all
 * "can not"), `#` and `@` before a word are dropped. Hyphens, quotes, brackets and the `'s` of possessives are passed over.
 */
export function splitPieces(lower: string): readonly string[] {
  const spelt = contractions[lower];
  if (spelt) return spelt;
  if (/^[a-z]+$/.test(lower)) return [lower];
  const pieces: string[] = [];
  for (const [part] of lower.matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*|'\p{L}+|\S/gu)) {
    if (passedOver.test(part)) continue;
    pieces.push(...(contractions[part] ?? [part]));
  }
  return pieces;
}

/** Marks that may stand between two words of a cue. */
const passedOver = /^(?:[-–—‐‑_/"'*()[\]{}<>«»|~^#@“”‘’]|'s)$/;

const contractions: Record<string, readonly string[]> = Object.assign(Object.create(null), {
  "n't": ['not'],
  nt: ['not'],
  ca: ['can'],
  wo: ['will'],
  sha: ['shall'],
  cannot: ['can', 'not'],
  hasnt: ['has', 'not'],
  neednt: ['need', 'not'],
  "'m": ['am'],
  "'re": ['are'],
  re: ['are'],
  "'ve": ['have'],
  ve: ['have'],
  "'ll": ['will'],
  im: ['i', 'am'],
});
