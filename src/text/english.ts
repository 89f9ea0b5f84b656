import model from 'wink-eng-lite-web-model';
import winkNLP, { type Document, type WinkMethods } from 'wink-nlp';
import type { PartOfSpeech, Token, TokenizedSentence } from '../types.ts';
import { markNegation } from './negation.ts';
import { splitParagraphs } from './paragraphs.ts';
import { blankLongRuns, toPlain } from './plain.ts';
import { stem } from './stem.ts';

/**
 * The caps that keep work in step with the length of any text. A paragraph is read in parts of at most 4,000 characters;
 * a run of more than 100 characters without a space is passed over (wink's patterns grow with the square of such a run);
 * a sentence of more than 300 tokens goes on as the next one.
 */
const longestPart = 4_000;
const longestRun = 100;
const longestSentence = 300;

/** wink takes these for abbreviations ("in." for inches); before a capital they end a sentence. */
const ordinary = new Set(['in.', 'no.', 'ill.', 'miss.', 'mass.', 'sat.', 'sun.', 'wash.']);

/** wink remembers every unknown word for good; past this many a fresh instance takes over (0.1 s). */
const unknownWords = 100_000;

/** What is the same wherever a word stands; kept by wink's number of the word. */
interface Lexeme {
  lower: string;
  stem: string;
}

interface Engine {
  wink: WinkMethods;
  lexemes: (Lexeme | undefined)[];
  /** wink's number of the first word that its model does not know. */
  firstUnknown: number;
}

/**
 * Opens wink-nlp with its English model: sentences, tokens, parts of speech, negation. For every token,
 * `text.slice(token.start, token.end) === token.text`.
 */
export function createEnglishTokenizer(): (text: string) => TokenizedSentence[] {
  let engine = openEngine();
  return (text) => {
    const sentences: TokenizedSentence[] = [];
    for (const { start, end } of splitParagraphs(text, longestPart)) {
      const plain = blankLongRuns(toPlain(text.slice(start, end)), longestRun);
      const largest = readPart(engine, text, plain, start, sentences);
      if (largest - engine.firstUnknown > unknownWords) engine = openEngine();
    }
    return sentences;
  };
}

function openEngine(): Engine {
  const wink = winkNLP(model, ['sbd', 'negation', 'pos']);
  const [firstUnknown = 0] = wink.readDoc('qzxqzx').tokens().out(wink.its.uniqueId) as number[];
  return { wink, lexemes: [], firstUnknown };
}

/** Reads one part, adds its sentences, and returns the largest number that wink gave to a word of it. */
function readPart(engine: Engine, text: string, plain: string, offset: number, into: TokenizedSentence[]): number {
  const { its } = engine.wink;
  const doc: Document = engine.wink.readDoc(plain);
  const all = doc.tokens();
  const values = all.out(its.value) as string[];
  const ids = all.out(its.uniqueId) as number[];
  const tags = all.out(its.pos) as string[];
  const flags = all.out(its.negationFlag) as boolean[];
  const spans = doc.sentences().out(its.span) as number[][];
  let at = 0;
  let largest = 0;
  for (const [first = 0, last = -1] of spans) {
    let tokens: Token[] = [];
    for (let i = first; i <= last; i++) {
      const value = values[i]!;
      const start = locate(plain, value, at);
      if (start < 0) continue;
      at = start + value.length;
      const id = ids[i]!;
      if (id > largest) largest = id;
      const lexeme = engine.lexemes[id] ?? remember(engine, id, value);
      const token: Token = {
        text: text.slice(offset + start, offset + at),
        lower: lexeme.lower,
        stem: lexeme.stem,
        pos: tags[i] as PartOfSpeech,
        start: offset + start,
        end: offset + at,
        negated: flags[i]!,
      };
      // The one contraction that wink leaves whole.
      if (token.lower === "i'm") tokens.push(part(token, 0, 1, 'PRON'), part(token, 1, 3, 'AUX'));
      else tokens.push(token);
      const isEnd = ordinary.has(token.text) && /^\p{Lu}/u.test(values[i + 1] ?? '');
      if (!isEnd && tokens.length < longestSentence) continue;
      addSentence(tokens, into);
      tokens = [];
    }
    addSentence(tokens, into);
  }
  return largest;
}

/** wink gives tokens in order and drops only white space, so the next one starts at the next other character. */
function locate(plain: string, value: string, from: number): number {
  let at = from;
  while (plain.charCodeAt(at) === 32) at++;
  return plain.startsWith(value, at) ? at : plain.indexOf(value, at);
}

function remember(engine: Engine, id: number, value: string): Lexeme {
  const lower = value.toLowerCase();
  const lexeme = { lower, stem: stem(lower) };
  engine.lexemes[id] = lexeme;
  return lexeme;
}

function addSentence(tokens: Token[], into: TokenizedSentence[]): void {
  const last = tokens.at(-1);
  if (!last) return;
  splitFullStop(tokens, last);
  markNegation(tokens);
  into.push({ start: tokens[0]!.start, end: last.end, tokens });
}

/** wink takes "in." and "no." for abbreviations; at the end of a sentence the full stop is its own token. */
function splitFullStop(tokens: Token[], last: Token): void {
  if (!/^[a-z]{2,}\.$/.test(last.lower)) return;
  const { length } = last.text;
  const pos = last.lower === 'in.' ? 'ADP' : last.pos;
  tokens.splice(-1, 1, part(last, 0, length - 1, pos), part(last, length - 1, length, 'PUNCT'));
}

/** The token's characters from `from` to `to`, as a token of its own. */
function part(token: Token, from: number, to: number, pos: PartOfSpeech): Token {
  const lower = token.lower.slice(from, to);
  const place = { start: token.start + from, end: token.start + to };
  return { text: token.text.slice(from, to), lower, stem: stem(lower), pos, ...place, negated: token.negated };
}
