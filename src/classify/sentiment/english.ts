import type { Token } from '../../types.ts';
import { type Cue, squeeze } from './cue.ts';
import { weighClauses } from './english/clauses.ts';
import { boundary } from './english/marks.ts';
import { type Question, tellQuestion, weighAsked } from './english/question.ts';
import { weighSurroundings } from './english/surroundings.ts';
import { findUnreal, type Unreal } from './english/unreal.ts';
import { type Lexicon, matchTerm } from './lexicon.ts';
import { splitWord } from './pieces.ts';
import { findWaits } from './waits.ts';

/** A text as English rules see it. */
export interface EnglishText {
  pieces: string[];
  /** True where a word is shouted: in capitals among words that are not. */
  loud: boolean[];
  cues: Cue[];
  exclamations: number;
  /** What its opening makes of it; null for a statement. */
  question: Question | null;
}

/** Reads a sentence's tokens: its pieces, and its cues with their surroundings weighed. */
export function readEnglish(tokens: Token[], lexicon: Lexicon): EnglishText {
  const text = toPieces(tokens);
  text.cues = findCues(text.pieces, lexicon);
  for (const index of text.cues.keys()) weighSurroundings(index, text, lexicon);
  for (const region of findUnreal(text.pieces)) withdraw(text.cues, region);
  for (const wait of findWaits(text.pieces)) {
    const known = text.cues.some((cue) => cue.value !== 0 && cue.start < wait.end && wait.start < cue.end);
    if (!known) text.cues.push(wait);
  }
  text.cues.push(...findMissing(text, lexicon));
  return text;
}

/** −1 to 1. */
export function scoreEnglish(text: EnglishText, lexicon: Lexicon): number {
  return squeeze(sumCues(text, lexicon));
}

/** The sum of the cues, each clause weighed by the contrast it stands in. */
export function sumCues(text: EnglishText, lexicon: Lexicon): number {
  if (text.cues.length === 0) return 0;
  const weights = weighClauses(text, lexicon);
  let sum = 0;
  for (const cue of text.cues) sum += weighAsked(cue.value, text.question) * weights[cue.start]!;
  return sum * (1 + 0.12 * Math.min(3, text.exclamations));
}

/** The pieces that no cue holds, in their places: what is left to lean by. */
export function restOf({ pieces, cues }: EnglishText): string[] {
  const rest = [...pieces];
  for (const cue of cues) if (cue.valence !== 0) rest.fill('', cue.start, cue.end);
  return rest;
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
  return { pieces, loud, cues: [], exclamations, question: last.includes('?') ? tellQuestion(pieces) : null };
}

function findCues(pieces: string[], lexicon: Lexicon): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const match = matchTerm(lexicon.valence, pieces, at);
    if (!match) continue;
    if (pieces[at] !== 'like' || match.length > 1 || isLiking(pieces, at)) {
      cues.push({ start: at, end: at + match.length, valence: match.weight, value: match.weight, negated: false });
    }
    at += match.length - 1;
  }
  return cues;
}

const likers = new Set(
  "i we you they he she who everyone people n't not to really do did does also quite always still much would will 'd 'll ".split(
    ' ',
  ),
);

/** "I like it" feels, "it looks like a bill" compares. */
function isLiking(pieces: string[], at: number): boolean {
  return likers.has(pieces[at - 1] ?? '');
}

/** What is not so, or only wished for, speaks the other way: "it would have been a pleasure". */
function withdraw(cues: Cue[], { from, to, positive, negative }: Unreal): void {
  for (const cue of cues) {
    if (cue.start < from || cue.start >= to) continue;
    cue.value *= cue.value > 0 ? positive : negative;
  }
}

const denials = new Set(['no', 'without', 'lacks', 'lacked', 'lacking', 'zero', 'nor']);
/** What is denied in passing, and missed by nobody. */
const idle = new Set([
  'matter',
  'doubt',
  'longer',
  'one',
  'thanks',
  'thank',
  'later',
  'other',
  'more',
  'less',
  'than',
  '.',
]);

/** "No energy", "without surprise": a thing that is missing is a shade of a complaint, by itself no more than a lean. */
function findMissing({ pieces, cues }: EnglishText, lexicon: Lexicon): Cue[] {
  const missing: Cue[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (!denials.has(piece)) continue;
    const next = pieces[at + 1];
    if (next === undefined || boundary.has(next) || idle.has(next) || matchTerm(lexicon.contrast, pieces, at + 1))
      continue;
    if (cues.some((cue) => cue.end > at && cue.start < at + 5)) continue;
    missing.push({ start: at, end: at + 1, valence: -0.4, value: -0.4, negated: false });
  }
  return missing;
}
