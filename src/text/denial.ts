import type { Token } from '../types.ts';
import { isNegator } from './negation.ts';
import { stem } from './stem.ts';

/**
 * Whether a negation takes a topic back. "No problem with the bill" and "I was not charged twice" do. "I have not received
 * my refund", "nobody refunded me" and "I cannot log in" are about a refund and about signing in all the same: what did not
 * happen is the very complaint.
 */

const words = (list: string) => new Set(list.split(' '));
const anyForm = (lines: string[]) => new Set(lines.flatMap((line) => line.split(' ')).map(stem));

const definite = words('my your our their his her its the this that these those');
/** Denying one of these denies all that it is about: "no problem with the bill". */
const troubles = anyForm(['problem issue trouble complaint concern fault error mistake difficulty']);
/** What customers wait or look for. */
const awaited = anyForm([
  'receive get got gotten find found see seen hear heard give given sent told inform notify warn reach access use load open',
  'arrive come came turn work connect recognise recognize update show appear reflect understand aware',
]);
/** What the company does; of the customer's own doing ("I will not cancel") it is a denial. */
const provided = anyForm([
  'refund reimburse deliver send answer reply respond fix repair resolve solve cancel credit process call ring rang contact',
  'help give gave offer provide tell inform notify warn explain install activate collect accept pay paid return replace',
  'honour honor apply transfer close issue ship dispatch book let allow acknowledge investigate compensate remove change',
  'correct unlock care bother listen stop',
]);
const inability = words('can ca could unable');
const stillPraise = anyForm(['fault complain complaint thank recommend']);
const beForms = words("am is are was were be been being 'm 're 's get got getting");
const refusals = /^(?:refus|fail)/;

/**
 * Whether the sentence denies the token at `index`. `isOwn` tells the tokens that a cue itself names: the "no" of the cue
 * "no signal" denies nothing.
 */
export function isDenied(tokens: readonly Token[], index: number, isOwn: (index: number) => boolean): boolean {
  const token = tokens[index]!;
  if (!token.negated) return false;
  const trigger = triggerOf(tokens, index);
  if (trigger < 0 || isOwn(trigger)) return false;
  if (refusals.test(tokens[trigger]!.lower)) return false;
  if (isExpected(tokens, trigger, index)) return false;
  const verb = tokens.findIndex((other, i) => i > trigger && i <= index && other.pos === 'VERB');
  if (isUnable(tokens, trigger) && !stillPraise.has(tokens[verb < 0 ? index : verb]!.stem)) return false;
  if (isQuestion(tokens, trigger)) return false;
  if (verb >= 0 && isAwaited(tokens, trigger, verb)) return false;
  return !isDefinite(tokens, trigger, index);
}

/** The nearest negating word before the token. */
function triggerOf(tokens: readonly Token[], index: number): number {
  let i = index - 1;
  while (i >= 0 && !isNegator(tokens, i) && (tokens[i]!.negated || tokens[i]!.pos === 'PUNCT')) i--;
  return i;
}

/** "Still no refund", "not refunded yet": what is waited for. */
function isExpected(tokens: readonly Token[], trigger: number, index: number): boolean {
  const from = Math.max(0, trigger - 4);
  const to = Math.min(tokens.length, index + 8);
  for (let i = from; i < to; i++) {
    const { lower } = tokens[i]!;
    if (lower === 'still' && i < index) return true;
    if (lower === 'yet' && i > trigger) return true;
  }
  return false;
}

function isUnable(tokens: readonly Token[], trigger: number): boolean {
  return inability.has(tokens[trigger]!.lower) || inability.has(tokens[trigger - 1]?.lower ?? '');
}

/** "Why don't you answer the phone", "can't you cancel it": the subject stands after the negation. */
function isQuestion(tokens: readonly Token[], trigger: number): boolean {
  return /^n.?t$/.test(tokens[trigger]!.lower) && tokens[trigger + 1]?.pos === 'PRON';
}

function isAwaited(tokens: readonly Token[], trigger: number, verb: number): boolean {
  const { stem: root } = tokens[verb]!;
  if (awaited.has(root)) return true;
  return provided.has(root) && (!isFirstPerson(tokens, trigger) || isPassive(tokens, trigger, verb));
}

function isFirstPerson(tokens: readonly Token[], trigger: number): boolean {
  for (let i = trigger - 1; i >= 0 && i >= trigger - 4; i--) {
    const { lower, pos } = tokens[i]!;
    if (lower === 'i' || lower === 'we') return true;
    if (pos === 'PRON' || pos === 'NOUN' || pos === 'PROPN' || pos === 'PUNCT') return false;
  }
  // "Never refunded me", "not cancelled": nobody is named, and customers rarely mean themselves.
  return false;
}

/** "I was not refunded", "we have not been told": done to the customer. */
function isPassive(tokens: readonly Token[], trigger: number, verb: number): boolean {
  if (tokens[verb]!.lower.endsWith('ing')) return false;
  for (let i = Math.max(0, trigger - 2); i < verb; i++) if (beForms.has(tokens[i]!.lower)) return true;
  return false;
}

/** "Does not show my discount": my discount is there to speak of, unless what is denied is a problem with it. */
function isDefinite(tokens: readonly Token[], trigger: number, index: number): boolean {
  for (let i = trigger + 1; i < index; i++) if (troubles.has(tokens[i]!.stem)) return false;
  const { pos } = tokens[index]!;
  if (pos !== 'NOUN' && pos !== 'PROPN') return false;
  for (let i = index - 1; i > trigger && i >= index - 4; i--) {
    if (definite.has(tokens[i]!.lower)) return true;
    if (!/^(?:NOUN|PROPN|ADJ|NUM|DET|PUNCT)$/.test(tokens[i]!.pos)) return false;
  }
  return false;
}
