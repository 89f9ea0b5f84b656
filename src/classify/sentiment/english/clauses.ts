import type { EnglishText } from '../english.ts';
import { type Lexicon, matchTerm } from '../lexicon.ts';
import { boundary } from './marks.ts';

/** Below this, what follows a "but" says nothing by itself, and only takes back what it answers. */
const silent = 0.3;
/** What is then left of what it answers. */
const takenBack = 0.5;

/**
 * A weight for each piece: what comes after "but" counts more than what it answers; what "although" grants counts less. Where
 * one side carries no feeling of its own, its mere standing there turns the other: "a fine hotel, but in the wrong town".
 */
export function weighClauses(text: EnglishText, lexicon: Lexicon): Float64Array {
  const { pieces } = text;
  const weights = new Float64Array(pieces.length).fill(1);
  for (let at = 0; at < pieces.length; at += 1) {
    const contrast = at > 0 && matchTerm(lexicon.contrast, pieces, at);
    if (contrast) {
      const before = feels(text, at + contrast.length, pieces.length) ? 0.6 : takenBack;
      scale(weights, 0, at, before);
      scale(weights, at, pieces.length, 1.3);
      continue;
    }
    if (!matchTerm(lexicon.concession, pieces, at)) continue;
    let end = at + 1;
    while (end < pieces.length && !boundary.has(pieces[end]!)) end += 1;
    scale(weights, at, end, feels(text, 0, at) || feels(text, end, pieces.length) ? 0.5 : takenBack);
  }
  return weights;
}

function scale(weights: Float64Array, from: number, to: number, by: number): void {
  for (let at = from; at < to; at += 1) weights[at]! *= by;
}

function feels({ cues }: EnglishText, from: number, to: number): boolean {
  return cues.some((cue) => cue.start >= from && cue.start < to && Math.abs(cue.value) >= silent);
}
