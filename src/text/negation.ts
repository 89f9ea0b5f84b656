import type { Token } from '../types.ts';

/**
 * Which words an English sentence negates. wink-nlp tells where it sees a negation; what follows adds the words that it
 * does not know, drops those that negate nothing ("not only", "no, …", "no doubt"), and ends each scope where the clause
 * ends: at strong punctuation, at a word that opens another clause, at a subject of its own.
 */

/** Customers write without full stops; further from the negation than this, it is no longer meant. */
const longestScope = 15;

const negators = new Set(
  [
    "not n't nt never no nobody noone nothing nowhere none neither nor without hardly barely scarcely rarely seldom",
    'hasnt hadnt mustnt neednt cannot zero unable fail fails failed failing failure refuse refuses refused refusing',
  ].flatMap((line) => line.split(' ')),
);
/** These negate only before "to": "failed to help", not "the payment failed"; "refused to help". */
const needsTo = new Set('unable fail fails failed failing failure refuse refuses refused refusing'.split(' '));

const closers = new Set(
  [
    'but however although though because since so while whereas unless except besides apart despite until till if whether',
    'why how what when where who which whose than instead otherwise therefore',
  ].flatMap((line) => line.split(' ')),
);
const subjects = new Set(['i', 'we', 'he', 'she', 'they']);
/** After these, a clause of one's own is what is denied: "I do not think you charged me". */
export const raising = new Set('think believe feel suppose expect want say consider reckon seem'.split(' '));
/** "Do not hesitate to call", "it never fails to please": the two negations cancel out. */
const cancelling = new Set('hesitate forget fail fails failed stop stops quit quits cease mind bother only'.split(' '));

/** Sets `negated` on every token of the sentence anew, reading wink's flags as a hint where a negation begins. */
export function markNegation(tokens: Token[]): void {
  const starts: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if ((isNegator(tokens, i) || hinted(tokens, i)) && !negatesNothing(tokens, i)) starts.push(i);
  }
  for (const token of tokens) token.negated = false;
  for (const start of starts) negateScope(tokens, start);
}

/** Whether the token is a word that negates what follows. */
export function isNegator(tokens: readonly Token[], index: number): boolean {
  const { lower } = tokens[index]!;
  if (!negators.has(lower)) return false;
  return !needsTo.has(lower) || tokens[index + 1]?.lower === 'to';
}

/** wink flags the words after a negation, so a flag after an unflagged word tells that this word negates. */
function hinted(tokens: Token[], index: number): boolean {
  return !tokens[index]!.negated && tokens[index + 1]?.negated === true && !needsTo.has(tokens[index]!.lower);
}

function negatesNothing(tokens: Token[], index: number): boolean {
  const lower = tokens[index]!.lower;
  const next = tokens[index + 1];
  const after = tokens[index + 2];
  const previous = tokens[index - 1]?.lower ?? '';
  if (!next) return true;
  if (lower === 'no') {
    // An answer ("No, …", "No I am leaving"), a number ("no. 5"), or a set phrase.
    return next.pos === 'PUNCT' || next.pos === 'PRON' || /^(?:doubt|wonder|matter|thanks|thank|\d+)$/.test(next.lower);
  }
  if (lower === 'nothing' && next.lower === 'but') return true;
  if (lower !== 'not' && lower !== "n't" && lower !== 'nt') return false;
  if (/^(?:only|just|merely|simply|solely)$/.test(next.lower)) return true;
  if (next.lower === 'to' && after?.lower === 'mention') return true;
  // "Whether or not", "if not, …", "why not refund me".
  if (lower === 'not' && /^(?:or|if|why)$/.test(previous)) return true;
  // A tag at the end: "…, isn't it?"
  if (next.pos === 'PRON' && (!after || after.pos === 'PUNCT')) return true;
  return isSuperlative(previous, next, after);
}

/** "Could not be happier", "couldn't agree more": a negation that praises. */
function isSuperlative(previous: string, next: Token, after: Token | undefined): boolean {
  if (previous !== 'could' && previous !== 'can' && previous !== 'ca') return false;
  return next.lower === 'be' ? /(?:ier|better|more)$/.test(after?.lower ?? '') : after?.lower === 'more';
}

function negateScope(tokens: Token[], start: number): void {
  let sawVerb = false;
  let passesClauses = false;
  const end = Math.min(tokens.length, start + 1 + longestScope);
  for (let i = start + 1; i < end; i++) {
    const token = tokens[i]!;
    if (closesScope(tokens, i, start, sawVerb, passesClauses)) return;
    if (token.pos === 'PUNCT') continue;
    token.negated = true;
    if (token.pos === 'VERB') {
      if (!sawVerb && cancelling.has(token.lower)) return;
      passesClauses ||= !sawVerb && raising.has(token.lower);
      sawVerb = true;
    }
  }
}

function closesScope(tokens: Token[], i: number, start: number, sawVerb: boolean, passesClauses: boolean): boolean {
  const clausesEnd = sawVerb && !passesClauses;
  const { lower, pos } = tokens[i]!;
  const next = tokens[i + 1];
  if (pos === 'PUNCT') return closesAtPunctuation(tokens, i, start);
  if (closers.has(lower)) return true;
  if (lower === 'other' && next?.lower === 'than') return true;
  if (lower === 'yet' || lower === 'as') return i > start + 1 && (next?.pos === 'PRON' || pos === 'CCONJ');
  if (lower === 'that' && clausesEnd) return next?.pos === 'PRON' || next?.pos === 'DET';
  if (lower === 'and') return next !== undefined && opensPredicate(next);
  // "If I have no card, can I pay": a verb before its subject opens a question.
  if (pos === 'AUX' && sawVerb && (subjects.has(next?.lower ?? '') || next?.lower === 'you')) return true;
  if (subjects.has(lower) || lower === 'you' || lower === 'it') {
    // "Don't I", "never will we": a subject right after its verb belongs to this clause.
    if (i <= start + 2 || !clausesEnd) return false;
    return next?.pos === 'AUX' || next?.pos === 'VERB' || (subjects.has(lower) && next?.pos === 'ADV');
  }
  return false;
}

function closesAtPunctuation(tokens: Token[], i: number, start: number): boolean {
  const { lower } = tokens[i]!;
  const isDash = lower === '-' || lower === '–' || lower === '—';
  // A hyphen ties two words together; a dash stands apart.
  if (isDash) return (tokens[i - 1]?.end ?? 0) < tokens[i]!.start;
  if (lower === '"' || lower === "'" || lower === '*') return false;
  // "Not, of course, a bargain": what stands between two commas right after the negation is an aside.
  if (lower !== ',') return true;
  if (i === start + 1) return false;
  return tokens[start + 1]!.lower !== ',' || tokens.slice(start + 2, i).some((token) => token.lower === ',');
}

/** After "and": whether the next word starts a statement of its own instead of a second thing that is denied. */
function opensPredicate(next: Token): boolean {
  if (next.pos === 'NOUN' || next.pos === 'ADJ' || next.pos === 'NUM') return false;
  if (next.pos === 'VERB') return /(?:s|ed)$/.test(next.lower);
  return true;
}
