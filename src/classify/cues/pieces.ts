/**
 * The form in which cues and texts meet, so that an analyst need not think of spelling: a word with a hyphen, slash or digit
 * in it is taken apart ("wi-fi" is "wi fi", "5G" is "5 g"), contractions are spelt out ("can't", "cannot" and "cant" are all
 * "can not"), `#` and `@` before a word are dropped. Hyphens, quotes, brackets and the `'s` of possessives are passed over.
 */
export function splitPieces(lower: string): readonly string[] {
  if (/^[a-z]+$/.test(lower)) return spellOut(lower);
  const pieces: string[] = [];
  for (const [part] of lower.matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}[\p{L}\p{M}]*|'\p{L}+|\S/gu)) {
    if (part === "'t" && pieces.at(-1)?.endsWith('n')) pieces.push(...spellOut(`${pieces.pop()}t`));
    else if (!passedOver.test(part)) pieces.push(...spellOut(part));
  }
  return pieces;
}

/** Marks that may stand between two words of a cue. */
const passedOver = /^(?:[-–—‐‑_/"'*()[\]{}<>«»|~^#@“”‘’]|'s)$/;

/** `nt` and the verbs before it, as tokenizers and hurried writers leave them. */
const negatedVerb = /^(ca|do|does|did|is|are|was|were|have|has|had|wo|would|could|should|must|need|ai|sha|)nt$/;
const fullVerbs: Record<string, string> = { ca: 'can', wo: 'will', sha: 'shall' };
const contractions: Record<string, readonly string[]> = {
  cannot: ['can', 'not'],
  "'m": ['am'],
  im: ['i', 'am'],
  "'re": ['are'],
  re: ['are'],
  "'ve": ['have'],
  ve: ['have'],
  "'ll": ['will'],
};

function spellOut(word: string): readonly string[] {
  const verb = negatedVerb.exec(word)?.[1];
  if (verb !== undefined) return verb === '' ? ['not'] : [fullVerbs[verb] ?? verb, 'not'];
  if (Object.hasOwn(fullVerbs, word)) return [fullVerbs[word]!];
  return Object.hasOwn(contractions, word) ? contractions[word]! : [word];
}
