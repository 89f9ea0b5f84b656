import { isDeniedInChinese } from '../../text/chinese-negation.ts';
import { isDenied } from '../../text/denial.ts';
import type { Category, Taxonomy, Token, TokenizedSentence } from '../../types.ts';
import type { HanCue, WordCue } from './cue.ts';
import { type HanMatch, indexHanCues, matchHan } from './match-han.ts';
import { createWordMatcher } from './match-words.ts';
import { parseCue } from './parse-cue.ts';
import { type Candidate, dropRefined, selectMatches } from './select.ts';
import { indexWordCues } from './word-index.ts';

/** Words of a sentence that name a category. */
export interface CueMatch {
  category: Category;
  /** The cue as the analyst wrote it. */
  cue: string;
  start: number;
  end: number;
  /** Indexes of the first and last token that the match touches. */
  first: number;
  last: number;
  polarity: 'affirmed' | 'negated';
}

/** Finds the categories that a sentence of `text` names, in the order of their words. */
export type CueMatcher = (text: string, sentence: TokenizedSentence, language: string) => CueMatch[];

interface Owner {
  category: Category;
  source: string;
  excludes: boolean;
}

/** How a word feels by itself, −1 to 1, by language. */
export type Feelings = Record<string, (token: Token) => number>;

/**
 * Compiles the cues of a taxonomy. Within one category the longest of overlapping matches stays; different categories may
 * share words. A match beside a match of the category's exclusions is dropped. A match that the sentence denies is `negated`,
 * unless the cue names the negation itself ("no signal").
 */
export function createCueMatcher(taxonomy: Taxonomy, feelings: Feelings = {}): CueMatcher {
  const { words, han } = parseAll(taxonomy);
  const matchWords = createWordMatcher(indexWordCues(words));
  const hanIndex = indexHanCues(han);
  return (text, sentence, language) => {
    const { tokens } = sentence;
    const candidates: Named[] = [];
    for (const { owner, tokens: named } of matchWords(tokens)) {
      const first = named[0]!;
      const last = named[named.length - 1]!;
      candidates.push({ owner, named, first, last, start: tokens[first]!.start, end: tokens[last]!.end });
    }
    if (language === 'zh')
      addHan(candidates, matchHan(hanIndex, lowerLatin(text), sentence.start, sentence.end), tokens);
    if (candidates.length === 0) return [];
    const matches = selectMatches(candidates).map((match): CueMatch => {
      const { owner, start, end, first, last } = match;
      const polarity = isNegated(tokens, match, language, feelings) ? 'negated' : 'affirmed';
      return { category: owner.category, cue: owner.source, start, end, first, last, polarity };
    });
    return dropRefined(matches);
  };
}

type Named = Candidate & { owner: Owner; named: number[] };

function addHan(candidates: Named[], matches: readonly HanMatch<Owner>[], tokens: readonly Token[]): void {
  for (const { owner, spans } of matches) {
    const named = tokensIn(tokens, spans);
    const [first = 0, last = 0] = [named[0], named.at(-1)];
    candidates.push({ owner, named, first, last, start: spans[0]!.start, end: spans.at(-1)!.end });
  }
}

function parseAll(taxonomy: Taxonomy) {
  const words: { cue: WordCue; owner: Owner }[] = [];
  const han: { cue: HanCue; owner: Owner }[] = [];
  for (const category of taxonomy.categories) {
    const add = (source: string, excludes: boolean) => {
      const cue = parseCue(source);
      const owner = { category, source, excludes };
      if (cue.kind === 'words') words.push({ cue, owner });
      else han.push({ cue, owner });
    };
    for (const source of category.cues) add(source, false);
    for (const source of category.not) add(source, true);
  }
  return { words, han };
}

function tokensIn(tokens: readonly Token[], spans: readonly { start: number; end: number }[]): number[] {
  const found: number[] = [];
  tokens.forEach((token, i) => {
    if (spans.some(({ start, end }) => token.start < end && token.end > start)) found.push(i);
  });
  return found;
}

/** Lower case of Latin letters only, which keeps every offset. */
function lowerLatin(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

const functionWords = new Set('DET ADP PRON PUNCT CCONJ SCONJ PART AUX'.split(' '));

/** Whether any of the words that carry the meaning is denied. A signal is a claim, to be taken at its word. */
function isNegated(tokens: readonly Token[], { named, owner }: Named, language: string, feelings: Feelings): boolean {
  if (!named.some((i) => tokens[i]!.negated)) return false;
  const denies = language === 'zh' ? isDeniedInChinese : isDenied;
  const feelingOf = owner.category.facet === 'signal' ? null : (feelings[language] ?? null);
  const context = { isOwn: (index: number) => named.includes(index), feelingOf };
  const carries = (i: number) => !functionWords.has(tokens[i]!.pos);
  const hasContent = named.some(carries);
  return named.some((i) => (!hasContent || carries(i)) && denies(tokens, i, context));
}
