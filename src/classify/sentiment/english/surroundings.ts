import type { Cue } from '../cue.ts';
import type { EnglishText } from '../english.ts';
import { type Lexicon, matchTerm } from '../lexicon.ts';
import { boundary } from './marks.ts';

/** How many pieces before a cue a negator or degree word still reaches it. */
const reach = 4;
const negatedPositive = -0.8;
const negatedNegative = 0.45;

const joining = new Set(['and', 'or', 'nor', '&', '/']);
const modals = new Set(['could', 'can', 'would', 'should', 'might']);
/** Words that say that nothing compares: "never had better", "nobody is kinder". */
const sweeping = new Set(['never', 'nothing', 'nobody', 'noone', 'nowhere', 'none']);
const settling = /^(?:solv|resolv|fix|sort|rectif|correct|cure)(?:ed|es|ing|ied|s)$/;
const comparative = /^(?:better|worse|easier|more|less|[a-z]{3,}[^aeiou]ier|[a-z]{3,}er)$/;

/** Looks back from a cue for degree words, negators and frames such as "could not be …". */
export function weighSurroundings(index: number, text: EnglishText, lexicon: Lexicon): void {
  const cue = text.cues[index]!;
  const previous = text.cues[index - 1];
  if (cue.valence === 0) return;
  const { pieces } = text;
  const floor = previous?.end ?? 0;
  let scale = text.loud[cue.start] ? 1.25 : 1;
  let at = cue.start - 1;
  // Degree words stand right before what they scale.
  for (; at >= floor; at -= 1) {
    const degree = degreeAt(pieces, at, floor, lexicon);
    if (!degree) break;
    if (pieces[at] === 'too' && cue.valence > 0) scale *= isDenying(pieces[at - 1]) ? 1 : -0.4;
    // "The only good thing" says that the rest is not.
    else if (pieces[at] === 'only' && pieces[at - 1] === 'the' && cue.valence > 0) scale *= -0.4;
    else scale *= degree.weight;
    at -= degree.length - 1;
  }
  const frame = findFrame(cue, previous, text, lexicon);
  cue.value = cue.valence * Math.min(scale, 2) * frame;
  cue.negated = frame < 0;
  if (previous) settle(cue, previous, pieces);
}

/** A trouble that is solved is none: "the problem was fixed", "she sorted out my issue". */
function settle(cue: Cue, previous: Cue, pieces: string[]): void {
  if (cue.start - previous.end > reach) return;
  if (settling.test(pieces[cue.start]!) && cue.value > 0 && previous.value < 0) previous.value = 0;
  if (settling.test(pieces[previous.start]!) && previous.value > 0 && cue.value < 0) cue.value = 0;
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
    if (boundary.has(piece) || matchTerm(lexicon.contrast, pieces, at)) return 1;
    if (at < floor) return afterCue(cue, previous!, compares, pieces, lexicon);
    const negator = matchTerm(lexicon.negator, pieces, at);
    if (negator && at + negator.length <= cue.start) {
      if (piece === 'not' && /^(?:only|just|merely|simply)$/.test(pieces[at + 1] ?? '')) return 1;
      const sweeps = sweeping.has(piece);
      if (compares && (sweeps || (isNot(piece) && isModal(pieces[at - 1])))) return 1.3;
      // "Never treated so badly": never as bad as this.
      if (sweeps && /^(?:so|such|this|that|as)$/.test(pieces[cue.start - 1] ?? '')) return 1.3;
      return steps < reach || sweeps ? turn(cue.valence) : 1;
    }
    if (compares && cue.valence > 0 && (piece === 'could' || piece === 'should')) return -0.6;
  }
  return 1;
}

/** What the cue before makes of this one. */
function afterCue(cue: Cue, previous: Cue, compares: boolean, pieces: string[], lexicon: Lexicon): number {
  // "It could have been" has said already what its "cleaner" means.
  if (compares && previous.valence < 0 && isModal(pieces[previous.start])) return 0;
  // "Lack of charm", "failed to impress": the first word has said it, and takes the second one back.
  const negator = matchTerm(lexicon.negator, pieces, previous.start);
  if (negator && previous.start + negator.length === previous.end && cue.start - previous.end <= reach) {
    if (cue.valence > 0) return previous.valence < -1 ? 0 : negatedPositive;
    previous.value = 0;
    return -negatedNegative;
  }
  // "not clean or friendly": what is joined to a negated cue is negated with it.
  return previous.negated && isJoined(pieces, previous.end, cue.start) ? turn(cue.valence) : 1;
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

function isDenying(piece: string | undefined): boolean {
  return piece !== undefined && (isNot(piece) || piece === 'none' || piece === 'never');
}

function isModal(piece: string | undefined): boolean {
  return piece !== undefined && modals.has(piece);
}
