import type { Token } from '../types.ts';
import { isNegator, raising } from './negation.ts';
import { stem } from './stem.ts';

/**
 * Whether a negation takes a topic back. It denies what it says did not happen or is not there: "I was not charged twice",
 * "no problem with the bill", "I do not want to cancel". It leaves what is merely spoken of or missed: "I have not received my
 * refund", "no signal", "nobody answers the phone", "I cannot log in" are about refund, signal, phone and signing in.
 */

const words = (list: string) => new Set(list.split(' '));
const anyForm = (lines: string[]) => new Set(lines.flatMap((line) => line.split(' ')).map(stem));

/** Negations that stand before a thing: "no signal", "without a contract". All others stand before what is said of it. */
const determiners = words('no without zero neither');
const definite = words('my your our their his her its the this that these those');
/** Denying one of these denies all that it is about: "no problem with the bill", "nothing wrong with it". */
const troubles = anyForm(['problem issue trouble complaint concern fault error mistake difficulty wrong']);
/** What nobody wants: "no delay" denies a delay, while "no signal" is about the signal that is missing. */
const unwanted = anyForm([
  'fee charge cost increase rise hike surcharge penalty interest limit cap delay outage interruption drop queue wait debt',
]);
/** Verbs that only say that something is there or comes about: "did not have dropped calls" denies the dropped calls. */
const existential = anyForm(['have has had experience encounter notice suffer face incur charge be']);
/** What customers wait or look for; that it did not happen is the complaint itself. */
const awaited = anyForm([
  'receive get got gotten find found see seen hear heard give given sent told inform notify warn reach access use load open',
  'arrive come came turn work connect fit recognise recognize update show appear reflect understand aware pay paid',
]);
/** What the company does; of the customer's own doing ("I will not cancel") it is a denial. */
const provided = anyForm([
  'refund reimburse deliver send answer reply respond fix repair resolve solve cancel credit process call ring rang contact',
  'help give gave offer provide tell inform notify warn explain install activate collect accept return replace',
  'honour honor apply transfer close issue ship dispatch book let allow acknowledge investigate compensate remove change',
  'correct unlock care bother listen stop',
]);
const intentions = anyForm(['intention plan desire wish need reason interest']);
const willing = words('interested willing keen likely ready prepared');
const quantities = words('much many enough any');
const inability = words('can ca could unable able');
const duty = words('should must ought supposed');
const stillPraise = anyForm(['fault complain complaint thank recommend']);
const beForms = words("am is are was were be been being 'm 're 's get got getting");
const refusals = /^(?:refus|fail|unable)/;

/** What a denial is judged by, beside the sentence itself. */
export interface DenialContext {
  /** Tells the tokens that a cue itself names: the "no" of the cue "no signal" denies nothing. */
  isOwn(index: number): boolean;
  /**
   * How a word feels by itself, −1 to 1: "not comfortable" is about comfort, "not slow" is not about slowness. Null where
   * only the literal claim counts: "not awesome" is no praise.
   */
  feelingOf: ((token: Token) => number) | null;
}

/** Whether the sentence denies the token at `index`. */
export function isDenied(tokens: readonly Token[], index: number, { isOwn, feelingOf }: DenialContext): boolean {
  const token = tokens[index]!;
  if (!token.negated) return false;
  const trigger = triggerOf(tokens, index);
  if (trigger < 0 || isOwn(trigger) || refusals.test(tokens[trigger]!.lower)) return false;
  if (isExpected(tokens, trigger, index) || isDutyOrQuestion(tokens, trigger)) return false;
  const predicate = predicateOf(tokens, trigger);
  const isReached = predicate >= 0 && predicate <= index;
  if (isReached && isProvided(tokens, trigger, predicate)) return false;
  for (let i = trigger + 1; i < index; i++) if (isTrouble(tokens[i]!)) return true;
  if (feelingOf && isMissedThing(tokens, index, feelingOf)) return false;
  if (determiners.has(tokens[trigger]!.lower)) return !isBeyondThing(tokens, trigger, index);
  if (isUnable(tokens, trigger)) return isReached && index <= predicate && stillPraise.has(tokens[predicate]!.stem);
  if (isReached && awaited.has(tokens[predicate]!.stem) && !isTrouble(token)) return false;
  if (isDefinite(tokens, trigger, index)) return false;
  if (isReached && feelingOf && isMissed(tokens, trigger, predicate, feelingOf)) return false;
  return !isReached || index === predicate || isCarriedOn(tokens, predicate, index);
}

function isTrouble({ stem: root, pos }: Token): boolean {
  return pos !== 'VERB' && troubles.has(root);
}

/** A thing whose absence is minded: a noun, as the head of its phrase neither trouble nor otherwise unwanted. */
function isMissedThing(tokens: readonly Token[], index: number, feelingOf: (token: Token) => number): boolean {
  if (!isNoun(tokens[index]!)) return false;
  let head = index;
  while (tokens[head + 1] && isNoun(tokens[head + 1]!)) head++;
  for (let i = index; i <= head; i++) {
    const token = tokens[i]!;
    if (unwanted.has(token.stem) || troubles.has(token.stem) || feelingOf(token) < 0) return false;
  }
  return true;
}

function isNoun({ pos }: Token): boolean {
  return pos === 'NOUN' || pos === 'PROPN';
}

/** The nearest negating word before the token. */
function triggerOf(tokens: readonly Token[], index: number): number {
  let i = index - 1;
  while (i >= 0 && !isNegator(tokens, i) && (tokens[i]!.negated || tokens[i]!.pos === 'PUNCT')) i--;
  return i;
}

/** "Still no refund", "not refunded yet": what is waited for. */
function isExpected(tokens: readonly Token[], trigger: number, index: number): boolean {
  const to = Math.min(tokens.length, index + 8);
  for (let i = Math.max(0, trigger - 4); i < to; i++) {
    const { lower } = tokens[i]!;
    if (lower === 'still' && i < index) return true;
    if (lower === 'yet' && i > trigger) return true;
  }
  return false;
}

/** "I should not be charged", "why don't you answer": what is minded is that it does happen, or does not. */
function isDutyOrQuestion(tokens: readonly Token[], trigger: number): boolean {
  for (let i = Math.max(0, trigger - 4); i < trigger; i++) if (tokens[i]!.lower === 'why') return true;
  if (duty.has(tokens[trigger - 1]?.lower ?? '') || duty.has(tokens[trigger + 1]?.lower ?? '')) return true;
  return /^n.?t$/.test(tokens[trigger]!.lower) && tokens[trigger + 1]?.pos === 'PRON';
}

/** "No help with the bill": the bill comes after the thing that is missing. "No intention of leaving" denies the leaving. */
function isBeyondThing(tokens: readonly Token[], trigger: number, index: number): boolean {
  if (tokens.slice(trigger, index).some((token) => intentions.has(token.stem))) return false;
  for (let i = trigger + 1; i < index; i++) {
    if (isNoun(tokens[i]!) && !isNoun(tokens[i + 1]!)) return true;
  }
  return isDefinite(tokens, trigger, index);
}

/** The verb or adjective that the negation is about; past "think" and "believe" that of the clause they speak of. */
function predicateOf(tokens: readonly Token[], trigger: number): number {
  for (let i = trigger + 1; i < tokens.length && (tokens[i]!.negated || tokens[i]!.pos === 'PUNCT'); i++) {
    const { pos, lower } = tokens[i]!;
    if (quantities.has(lower)) continue;
    if (pos === 'NOUN' && tokens[i - 1]?.pos !== 'PRON' && i - trigger <= 3 && !hasVerbAfter(tokens, i)) return i;
    if (pos !== 'VERB' && pos !== 'ADJ') continue;
    // In "not a good service" what is denied is that it is good.
    if (!raising.has(lower) || !hasVerbAfter(tokens, i)) return i;
  }
  return -1;
}

function hasVerbAfter(tokens: readonly Token[], index: number): boolean {
  for (let i = index + 1; i < tokens.length && tokens[i]!.negated; i++) {
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'ADJ') return true;
  }
  return false;
}

function isUnable(tokens: readonly Token[], trigger: number): boolean {
  return [trigger - 1, trigger, trigger + 1].some((i) => inability.has(tokens[i]?.lower ?? ''));
}

/** Whether the denial of the predicate reaches a word after it. */
function isCarriedOn(tokens: readonly Token[], predicate: number, index: number): boolean {
  const between = tokens.slice(predicate + 1, index);
  // "Don't want to cancel", "not slow or expensive".
  if (between.every(({ pos }) => /^(?:PART|ADP|ADV|AUX|VERB|CCONJ|ADJ|PUNCT)$/.test(pos))) {
    const { pos, lower } = tokens[index]!;
    if (pos !== 'VERB') return pos === tokens[predicate]!.pos;
    // "Did not agree to roaming", "does not include roaming" speak of a thing.
    const isThing = index === predicate + 1 || /^(?:to|for|about|from|with)$/.test(tokens[index - 1]!.lower);
    if (isThing && lower.endsWith('ing')) return false;
    return tokens[predicate]!.pos === 'VERB' || willing.has(tokens[predicate]!.lower);
  }
  if (between.some(({ pos }) => pos === 'ADP' || pos === 'SCONJ')) return false;
  return existential.has(tokens[predicate]!.stem) || between.some(({ lower }) => lower === 'any');
}

/** What the company did not do, unless it is the customer who does not. */
function isProvided(tokens: readonly Token[], trigger: number, verb: number): boolean {
  const { stem: root, pos } = tokens[verb]!;
  return pos === 'VERB' && provided.has(root) && (!isFirstPerson(tokens, trigger) || isPassive(tokens, trigger, verb));
}

/** "Not comfortable", "it does not fit": what is good or expected is found missing. */
function isMissed(
  tokens: readonly Token[],
  trigger: number,
  predicate: number,
  feelingOf: (token: Token) => number,
): boolean {
  const feeling = feelingOf(tokens[predicate]!);
  if (tokens[predicate]!.pos !== 'VERB') return feeling > 0;
  const isHabit = /^(?:do|does|wo|will|would)$/.test(tokens[trigger - 1]?.lower ?? '');
  return isHabit && feeling >= 0 && !isFirstPerson(tokens, trigger) && !existential.has(tokens[predicate]!.stem);
}

function isFirstPerson(tokens: readonly Token[], trigger: number): boolean {
  for (let i = trigger - 1; i >= 0 && i >= trigger - 4; i--) {
    const { lower, pos } = tokens[i]!;
    if (lower === 'i' || lower === 'we') return true;
    if (pos === 'PRON' || pos === 'NOUN' || pos === 'PROPN' || pos === 'PUNCT') return false;
  }
  // "Never refunded me": nobody is named, and customers rarely mean themselves.
  return false;
}

/** "I was not refunded", "we have not been told": done to the customer. */
function isPassive(tokens: readonly Token[], trigger: number, verb: number): boolean {
  if (tokens[verb]!.lower.endsWith('ing')) return false;
  for (let i = Math.max(0, trigger - 2); i < verb; i++) if (beForms.has(tokens[i]!.lower)) return true;
  return false;
}

/** "Does not show my discount": my discount is there to speak of. */
function isDefinite(tokens: readonly Token[], trigger: number, index: number): boolean {
  if (!isNoun(tokens[index]!)) return false;
  for (let i = index - 1; i > trigger && i >= index - 4; i--) {
    if (definite.has(tokens[i]!.lower)) return true;
    if (!/^(?:NOUN|PROPN|ADJ|NUM|DET|PUNCT)$/.test(tokens[i]!.pos)) return false;
  }
  return false;
}
