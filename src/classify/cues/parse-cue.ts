import { stem } from '../../text/stem.ts';
import type { Cue, HanPart, Place, Test } from './cue.ts';
import { splitPieces } from './pieces.ts';

/**
 * Reads a cue.
 *
 *     charged twice         the words, in any case, one after the other
 *     ~charge               any form of the word: charge, charges, charged, charging (same Porter stem)
 *     bill|invoice|~charge  any of these in one place
 *     refund*               any word that begins so
 *     an?                   the word may be missing
 *     ~charge ... twice     up to 4 words of the same sentence between
 *     PROPN, ADJ signal     any word of that part of speech (universal tags, in capitals)
 *     信号差, 信号...差       Chinese: the characters as they stand; a gap is up to 8 characters
 *
 * @throws Error that says what is wrong and what would be right.
 */
export function parseCue(source: string): Cue {
  const items = source.trim().split(/\s+/);
  if (items[0] === '') throw new Error('is empty; write the words by which the category is seen, or leave it out.');
  return /\p{Script=Han}/u.test(source) ? parseHanCue(source) : parseWordCue(source, items);
}

const wordGap = 4;
const hanGap = 8;
/** Every gap multiplies the ways to try. */
const mostGaps = 4;
const mostPatterns = 64;
const tags = new Set('ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' '));

function parseWordCue(source: string, items: string[]): Cue {
  checkGaps(items);
  let patterns: Place[][] = [[]];
  let gap = 0;
  for (const item of items) {
    if (item === '...') {
      gap = wordGap;
      continue;
    }
    const variants = parseItem(item);
    if (variants.length === 0) continue;
    const currentGap = gap;
    patterns = patterns.flatMap((pattern) => variants.map((places) => [...pattern, ...withGap(places, currentGap)]));
    if (patterns.length > mostPatterns) {
      throw new Error('has too many alternatives of several words; write it as two or more cues.');
    }
    gap = 0;
  }
  for (const pattern of patterns) {
    if (pattern.some((place) => !place.optional && place.tests.every((test) => test.kind !== 'tag'))) continue;
    throw new Error('has no word that must be there; add one beside parts of speech and optional words.');
  }
  return { kind: 'words', source, patterns };
}

function checkGaps(items: string[]): void {
  if (items[0] === '...' || items.at(-1) === '...') {
    throw new Error('begins or ends with a gap; "..." stands between two words, such as "~charge ... twice".');
  }
  if (items.some((item, i) => item === '...' && items[i + 1] === '...')) {
    throw new Error('has two gaps side by side; one "..." stands for up to 4 words.');
  }
  const glued = items.find((item) => item !== '...' && item.includes('...'));
  if (glued) throw new Error(`has "${glued}"; write a gap with a space on each side, such as "~charge ... twice".`);
  if (items.filter((item) => item === '...').length > mostGaps) {
    throw new Error(`has over ${mostGaps} gaps; write shorter cues.`);
  }
}

/** The gap belongs before the first place of a sequence. */
function withGap(places: Place[], gap: number): Place[] {
  return places.map((place, i) => (i === 0 ? { ...place, gap } : place));
}

/** The sequences of places that one item stands for: one, unless alternatives hold several words. */
function parseItem(item: string): Place[][] {
  const optional = item.length > 1 && item.endsWith('?');
  const body = optional ? item.slice(0, -1) : item;
  const alternatives = body.split('|').map((word) => parseAlternative(word, item));
  const single = alternatives.filter((tests) => tests.length === 1).map((tests) => tests[0]!);
  const longer = alternatives.filter((tests) => tests.length > 1);
  const variants: Place[][] = longer.map((tests) => tests.map((test) => ({ tests: [test], optional: false, gap: 0 })));
  if (single.length > 0) variants.push([{ tests: single, optional: optional && longer.length === 0, gap: 0 }]);
  if (optional && longer.length > 0) variants.push([]);
  return variants;
}

/** One test a piece of the word; none for marks that texts are read without, such as a hyphen. */
function parseAlternative(word: string, item: string): Test[] {
  if (word === '') throw new Error(`has "${item}" with nothing on one side of "|"; write words on both sides.`);
  if (tags.has(word)) return [{ kind: 'tag', value: word }];
  if (/^[?.,!;:&%+$£€]$/.test(word)) return [{ kind: 'word', value: word }];
  const isStem = word.startsWith('~');
  const isPrefix = word.endsWith('*');
  const bare = word.slice(isStem ? 1 : 0, isPrefix ? -1 : undefined);
  if (/\p{Lu}/u.test(bare)) {
    throw new Error(
      `has "${word}"; words are written in lower case (any case fits), and capitals are parts of speech: ${[...tags].join(' ')}.`,
    );
  }
  if (isStem && isPrefix)
    throw new Error(`has "${word}"; write ~ for any form of a word or * for its beginning, not both.`);
  if (bare === '' && (isStem || isPrefix))
    throw new Error(`has "${word}" without a word, such as "~charge" or "refund*".`);
  if (/[~*?|()[\]{}"<>^\\]/.test(bare)) {
    throw new Error(`has "${word}"; a word may have "~" before it and "*" or "?" after it, and no other such mark.`);
  }
  const pieces = splitPieces(bare);
  return pieces.map((piece, i) => {
    if (i < pieces.length - 1 || (!isStem && !isPrefix)) return { kind: 'word', value: piece };
    return isStem ? { kind: 'stem', value: stem(piece) } : { kind: 'prefix', value: piece };
  });
}

function parseHanCue(source: string): Cue {
  const mark = /[~*?？]/.exec(source);
  if (mark)
    throw new Error(`has "${mark[0]}"; Chinese cues are the characters as they stand, with "..." or "|" at most.`);
  const parts: HanPart[] = [];
  const stretches = source
    .trim()
    .toLowerCase()
    .split(/\s*(?:\.\.\.|…)\s*/);
  stretches.forEach((stretch, i) => {
    if (stretch === '')
      throw new Error('begins or ends with a gap, or has two side by side; write characters around "...".');
    stretch.split(/\s+/).forEach((piece, j) => {
      const alternatives = piece.split('|');
      if (alternatives.includes('')) throw new Error(`has "${piece}" with nothing on one side of "|".`);
      parts.push({ alternatives, gap: i > 0 && j === 0 ? hanGap : 0 });
    });
  });
  if (stretches.length > mostGaps + 1) throw new Error(`has over ${mostGaps} gaps; write shorter cues.`);
  return { kind: 'han', source, parts };
}
