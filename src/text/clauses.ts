import type { Token } from '../types.ts';

/** Words after which the speaker turns: what follows is felt otherwise than what went before. */
const turns = new Set(
  'but however although though whereas nevertheless nonetheless except yet 但是 但 不过 然而 可是 却 只是 虽然'.split(
    ' ',
  ),
);

const linking = new Set(['and', 'while', 'so']);

/** Indexes of a sentence's tokens, end exclusive. */
export interface Clause {
  from: number;
  to: number;
}

/**
 * The clauses of a sentence, in order and without gaps: it is cut where the speaker turns ("but", "although", 但是), at
 * semicolons and dashes, and at a comma or "and" that opens a statement with a subject and a verb of its own.
 */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && !turnsAt(tokens, i) && !statementAt(tokens, from, i)) continue;
    clauses.push({ from, to: i });
    from = i;
  }
  return clauses;
}

function turnsAt(tokens: readonly Token[], i: number): boolean {
  const { lower, pos, end } = tokens[i]!;
  if (lower === 'even') return tokens[i + 1]?.lower === 'though';
  if (turns.has(lower)) {
    if (tokens[i - 1]?.lower === 'even') return false;
    // "Not received yet" does not turn; "nothing but trouble" neither.
    if (lower === 'yet') return pos === 'CCONJ' && tokens[i + 1] !== undefined;
    return tokens[i - 1]?.lower !== 'nothing';
  }
  if (lower === ';' || lower === '；') return true;
  return /^[-–—]+$/.test(lower) && tokens[i - 1]!.end < tokens[i]!.start && (tokens[i + 1]?.start ?? 0) > end;
}

function statementAt(tokens: readonly Token[], from: number, i: number): boolean {
  const { lower } = tokens[i]!;
  const isComma = lower === ',' || lower === '，';
  if (!isComma && !linking.has(lower)) return false;
  const next = tokens[i + 1]?.lower ?? '';
  // In ", and" and "，但是" the cut comes at the word.
  if (isComma && (linking.has(next) || turns.has(next))) return false;
  if (lower === '，') return true;
  return hasVerb(tokens, from, i) && opensStatement(tokens, i + 1);
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isVerb(tokens[i]!)) return true;
  return false;
}

/** A subject, and within a few words its verb. */
function opensStatement(tokens: readonly Token[], start: number): boolean {
  let subject = false;
  for (let i = start; i < Math.min(tokens.length, start + 6); i++) {
    const { pos } = tokens[i]!;
    if (pos === 'PUNCT') return false;
    if (pos === 'PRON' || pos === 'NOUN' || pos === 'PROPN') subject = true;
    else if (isVerb(tokens[i]!)) return subject;
  }
  return false;
}

function isVerb(token: Token): boolean {
  return token.pos === 'VERB' || token.pos === 'AUX';
}
