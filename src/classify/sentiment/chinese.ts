import type { Token } from '../../types.ts';
import { type Cue, squeeze } from './cue.ts';
import { type Lexicon, type Match, matchTerm, type Role } from './lexicon.ts';

/** How many characters before a cue a negator still reaches it. */
const reach = 6;
const negatedPositive = -0.8;
const negatedNegative = 0.8;
/** Reviews list small faults one by one and sum their praise up in a word. */
const reproach = 0.85;

const boundary = new Set([...'，。！？；：、,.!?;:~～…()（）“”" \n']);
/** Where two roles hold a term of equal length, the earlier one stands. */
const roles: Role[] = ['negator', 'valence', 'degree', 'contrast', 'concession'];

/** A term of the lexicon where a text has it. */
interface Span {
  role: Role;
  weight: number;
  start: number;
  end: number;
}

export interface ChineseText {
  pieces: string[];
  spans: Span[];
  cues: Cue[];
}

/**
 * Reads a sentence's tokens by the longest terms of the lexicon, character by character: how a word is cut ("很好" or
 * "很" and "好") then does not matter.
 */
export function readChinese(tokens: Token[], lexicon: Lexicon): ChineseText {
  const pieces: string[] = [];
  for (const token of tokens) pieces.push(...token.lower);
  const spans = findSpans(pieces, lexicon);
  const cues: Cue[] = [];
  const used = new Set<Span>();
  for (const [index, span] of spans.entries()) {
    if (span.role === 'valence') cues.push(weigh(spans, index, pieces, used));
  }
  for (const span of spans) if (span.role === 'negator' && !used.has(span)) cues.push(...ownCue(span, pieces, lexicon));
  return { pieces, spans, cues };
}

/** −1 to 1. */
export function scoreChinese(text: ChineseText): number {
  return squeeze(sumCues(text));
}

/** The sum of the cues, each clause weighed by the contrast it stands in. */
export function sumCues({ pieces, spans, cues }: ChineseText): number {
  if (cues.length === 0) return 0;
  const weights = weighClauses(spans, pieces);
  const question = /^(?:.*吗|.*呢|.*么)?[？?]$/u.test(pieces.slice(-3).join(''));
  let sum = 0;
  let exclamations = 0;
  for (const piece of pieces) if (piece === '！' || piece === '!') exclamations += 1;
  for (const cue of cues) {
    const asked = !question ? 1 : cue.value > 0 ? 0.15 : 0.8;
    sum += cue.value * weights[cue.start]! * asked * (cue.value < 0 ? reproach : 1);
  }
  return sum * (1 + 0.12 * Math.min(3, exclamations));
}

function findSpans(pieces: string[], lexicon: Lexicon): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < pieces.length; ) {
    const span = longestSpan(pieces, at, lexicon);
    if (span) spans.push(span);
    at = span?.end ?? at + 1;
  }
  return spans;
}

function longestSpan(pieces: string[], start: number, lexicon: Lexicon): Span | null {
  let best: Match | null = null;
  let role: Role = 'valence';
  for (const candidate of roles) {
    const match = matchTerm(lexicon[candidate], pieces, start);
    if (match && match.length > (best?.length ?? 0)) {
      best = match;
      role = candidate;
    }
  }
  return best && { role, weight: best.weight, start, end: start + best.length };
}

/** A cue, scaled by the degree words before it and turned by each negator: two of them cancel out. */
function weigh(spans: Span[], index: number, pieces: string[], used: Set<Span>): Cue {
  const { start, end, weight: valence } = spans[index]!;
  let scale = 1;
  let negators = 0;
  let edge = start;
  for (let before = index - 1; before >= 0 && valence !== 0; before -= 1) {
    const span = spans[before]!;
    if (hasBoundary(pieces, span.end, edge) || span.role === 'contrast' || span.role === 'concession') break;
    if (span.role === 'valence' && span.weight !== 0) break;
    if (start - span.end > reach) break;
    if (span.role === 'negator') {
      negators += 1;
      used.add(span);
    }
    // "不是很好" negates the degree, which leaves a plain "not good".
    if (span.role === 'degree' && negators === 0) scale *= span.weight;
    edge = span.start;
  }
  const turned = negators % 2 === 0 ? 1 : valence > 0 ? negatedPositive : -negatedNegative;
  return { start, end, valence, value: valence * Math.min(scale, 2) * turned, negated: turned < 0 };
}

/** A negator that turned nothing may carry a feeling of its own: 无法 "cannot". */
function ownCue({ start, end }: Span, pieces: string[], lexicon: Lexicon): Cue[] {
  const own = matchTerm(lexicon.valence, pieces, start);
  if (own?.length !== end - start) return [];
  return [{ start, end, valence: own.weight, value: own.weight, negated: false }];
}

function hasBoundary(pieces: string[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (boundary.has(pieces[at]!)) return true;
  return false;
}

function weighClauses(spans: Span[], pieces: string[]): Float64Array {
  const weights = new Float64Array(pieces.length).fill(1);
  for (const span of spans) {
    if (span.role === 'contrast' && span.start > 0) {
      for (let before = 0; before < span.start; before += 1) weights[before]! *= 0.75;
      for (let after = span.start; after < pieces.length; after += 1) weights[after]! *= 1.1;
    }
    if (span.role === 'concession') {
      for (let at = span.start; at < pieces.length && !boundary.has(pieces[at]!); at += 1) weights[at]! *= 0.6;
    }
  }
  return weights;
}
