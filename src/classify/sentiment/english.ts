import type { Token } from '../../types.ts';
import { type Cue, squeeze } from './cue.ts';
import { type Lexicon, matchTerm } from './lexicon.ts';
import { splitWord } from './pieces.ts';
import { findWaits } from './waits.ts';

/** How many pieces before a cue a negator or degree word still reaches it. */
const reach = 4;
const negatedPositive = -0.8;
const negatedNegative = 0.45;

const boundary = new Set(['.', ',', ';', ':', '!', '?', '(', ')', '…', '...', '--', '"']);
const joining = new Set(['and', 'or', 'nor', '&', '/']);
const modals = new Set(['could', 'can', 'would', 'should', 'might']);
/** Words that say that nothing compares: "never had better", "nobody is kinder". */
const sweeping = new Set(['never', 'nothing', 'nobody', 'noone', 'nowhere', 'none']);
const comparative = /^(?:better|worse|easier|more|less|[a-z]{3,}[^aeiou]ier|[a-z]{3,}er)$/;

/** A text as English rules see it. */
export interface EnglishText {
  pieces: string[];
  /** True where a word is shouted: in capitals among words that are not. */
  loud: boolean[];
  cues: Cue[];
  exclamations: number;
  question: boolean;
}

/** Reads a sentence's tokens: its pieces, and its cues with their surroundings weighed. */
export function readEnglish(tokens: Token[], lexicon: Lexicon): EnglishText {
  const text = toPieces(tokens);
  text.cues = findCues(text.pieces, lexicon);
  for (const [index, cue] of text.cues.entries()) weigh(cue, text.cues[index - 1], text, lexicon);
  for (const wait of findWaits(text.pieces)) {
    const known = text.cues.some((cue) => cue.value !== 0 && cue.start < wait.end && wait.start < cue.end);
    if (!known) text.cues.push(wait);
  }
  return text;
}

/** −1 to 1. */
export function scoreEnglish(text: EnglishText, lexicon: Lexicon): number {
  return squeeze(sumCues(text, lexicon));
}

/** The sum of the cues, each clause weighed by the contrast it stands in. */
export function sumCues(text: EnglishText, lexicon: Lexicon): number {
  if (text.cues.length === 0) return 0;
  const weights = weighClauses(text.pieces, lexicon);
  let sum = 0;
  for (const cue of text.cues) {
    // A question asks whether something good is so; it seldom says that it is.
    const asked = !text.question ? 1 : cue.value > 0 ? 0.4 : 0.8;
    sum += cue.value * weights[cue.start]! * asked;
  }
  return sum * (1 + 0.12 * Math.min(3, text.exclamations));
}

function toPieces(tokens: Token[]): EnglishText {
  const pieces: string[] = [];
  const loud: boolean[] = [];
  let exclamations = 0;
  let capitals = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.text.includes('!')) exclamations += 1;
    const isWord = token.text.length > 2 && token.text !== token.lower;
    const isLoud = isWord && token.text === token.text.toUpperCase();
    if (token.text.length > 2) words += 1;
    if (isLoud) capitals += 1;
    for (const piece of splitWord(token.lower)) {
      pieces.push(piece);
      loud.push(isLoud);
    }
  }
  const last = tokens.at(-1)?.text ?? '';
  if (capitals * 2 > words) loud.fill(false);
  return { pieces, loud, cues: [], exclamations, question: last.includes('?') };
}

function findCues(pieces: string[], lexicon: Lexicon): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const match = matchTerm(lexicon.valence, pieces, at);
    if (!match) continue;
    cues.push({ start: at, end: at + match.length, valence: match.weight, value: match.weight, negated: false });
    at += match.length - 1;
  }
  return cues;
}

/** Looks back from a cue for degree words, negators and frames such as "could not be …". */
function weigh(cue: Cue, previous: Cue | undefined, text: EnglishText, lexicon: Lexicon): void {
  if (cue.valence === 0) return;
  const { pieces } = text;
  const floor = previous?.end ?? 0;
  let scale = text.loud[cue.start] ? 1.25 : 1;
  let at = cue.start - 1;
  // Degree words stand right before what they scale.
  for (; at >= floor; at -= 1) {
    const degree = degreeAt(pieces, at, floor, lexicon);
    if (!degree) break;
    if (pieces[at] === 'too' && cue.valence > 0) scale *= -0.4;
    else scale *= degree.weight;
    at -= degree.length - 1;
  }
  const frame = findFrame(cue, previous, text, lexicon);
  cue.value = cue.valence * Math.min(scale, 2) * frame;
  cue.negated = frame < 0;
}

/** The degree term that ends at `end`, up to three pieces long. */
function degreeAt(pieces: string[], end: number, floor: number, lexicon: Lexicon) {
  for (let from = Math.max(floor, end - 2); from <= end; from += 1) {
    const match = matchTerm(lexicon.degree, pieces, from);
    if (match && from + match.length - 1 === end) return match;
  }
  return null;
}

/** What negation and comparison make of a cue: a factor for its value. */
function findFrame(cue: Cue, previous: Cue | undefined, { pieces }: EnglishText, lexicon: Lexicon): number {
  const floor = previous?.end ?? 0;
  const compares =
    comparative.test(pieces[cue.start]!) || pieces[cue.start - 1] === 'more' || pieces[cue.end] === 'more';
  for (let at = cue.start - 1, steps = 0; at >= 0 && steps < reach + 2; at -= 1, steps += 1) {
    const piece = pieces[at]!;
    if (boundary.has(piece) || lexicon.contrast.children.has(piece)) return 1;
    if (at < floor) {
      // "It could have been" has said already what its "cleaner" means.
      if (compares && previous!.valence < 0 && isModal(pieces[previous!.start])) return 0;
      // "not clean or friendly": what is joined to a negated cue is negated with it.
      return previous!.negated && isJoined(pieces, floor, cue.start) ? turn(cue.valence) : 1;
    }
    const negator = matchTerm(lexicon.negator, pieces, at);
    if (negator && at + negator.length <= cue.start) {
      if (piece === 'not' && /^(?:only|just|merely|simply)$/.test(pieces[at + 1] ?? '')) return 1;
      if (compares && (sweeping.has(piece) || (isNot(piece) && isModal(pieces[at - 1])))) return 1.3;
      return steps < reach ? turn(cue.valence) : 1;
    }
    if (compares && cue.valence > 0 && (piece === 'could' || piece === 'should')) return -0.6;
  }
  return 1;
}

function turn(valence: number): number {
  return valence > 0 ? negatedPositive : -negatedNegative;
}

function isJoined(pieces: string[], from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let at = from; at < to; at += 1) if (joining.has(pieces[at]!)) return true;
  return false;
}

function isNot(piece: string): boolean {
  return piece === 'not' || piece === "n't";
}

function isModal(piece: string | undefined): boolean {
  return piece !== undefined && modals.has(piece);
}

/** A weight for each piece: what comes after "but" counts more than what it answers; what "although" grants counts less. */
function weighClauses(pieces: string[], lexicon: Lexicon): Float64Array {
  const weights = new Float64Array(pieces.length).fill(1);
  for (let at = 0; at < pieces.length; at += 1) {
    const contrast = at > 0 && matchTerm(lexicon.contrast, pieces, at);
    if (contrast) {
      for (let before = 0; before < at; before += 1) weights[before]! *= 0.6;
      for (let after = at; after < pieces.length; after += 1) weights[after]! *= 1.3;
      continue;
    }
    if (!matchTerm(lexicon.concession, pieces, at)) continue;
    for (let inside = at; inside < pieces.length && !(inside > at && boundary.has(pieces[inside]!)); inside += 1) {
      weights[inside]! *= 0.6;
    }
  }
  return weights;
}
