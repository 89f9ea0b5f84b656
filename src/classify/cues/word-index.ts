import { stem } from '../../text/stem.ts';
import type { Token } from '../../types.ts';
import { isCommon } from './common-words.ts';
import type { Place, Test, WordCue } from './cue.ts';
import { splitPieces } from './pieces.ts';

/** A pattern of a cue, to be tried where the word of its anchor is met: its rarest place. */
export interface Entry<T> {
  places: CompiledPlace[];
  anchor: number;
  owner: T;
}

export interface CompiledPlace {
  optional: boolean;
  gap: number;
  words: Set<string> | null;
  stems: Set<string> | null;
  tags: Set<string> | null;
  prefixes: string[];
}

/** A piece of a word as cues see it, with the patterns that have it as anchor. */
export interface Piece<T> {
  form: string;
  stem: string;
  isNumber: boolean;
  entries: readonly Entry<T>[];
}

/** Looks up the pieces of a word; the time does not grow with the number of cues. */
export type WordIndex<T> = (token: Token) => readonly Piece<T>[];

/** Texts hold ever new names and numbers; past this many words the memory starts afresh. */
const largestMemory = 50_000;
const prefixKey = 2;

/** Files every pattern under the words, stems or beginnings of its anchor. */
export function indexWordCues<T>(cues: readonly { cue: WordCue; owner: T }[]): WordIndex<T> {
  const words = new Map<string, Entry<T>[]>();
  const stems = new Map<string, Entry<T>[]>();
  const prefixes = new Map<string, { prefix: string; entry: Entry<T> }[]>();
  const uses = countUses(cues.flatMap(({ cue }) => cue.patterns));
  for (const { cue, owner } of cues) {
    for (const pattern of cue.patterns) {
      const anchor = chooseAnchor(pattern, uses);
      const entry = { places: pattern.map(compilePlace), anchor, owner };
      for (const { kind, value } of pattern[anchor]!.tests) {
        if (kind === 'word') append(words, value, entry);
        else if (kind === 'stem') append(stems, value, entry);
        else append(prefixes, value.slice(0, prefixKey), { prefix: value, entry });
      }
    }
  }
  const memory = new Map<string, Piece<T>[]>();
  const describe = (form: string): Piece<T> => {
    const root = stem(form);
    const found = new Set([...(words.get(form) ?? []), ...(stems.get(root) ?? [])]);
    for (const { prefix, entry } of prefixes.get(form.slice(0, prefixKey)) ?? []) {
      if (form.startsWith(prefix)) found.add(entry);
    }
    return { form, stem: root, isNumber: /^\p{Nd}/u.test(form), entries: [...found] };
  };
  return ({ lower }) => {
    const known = memory.get(lower);
    if (known) return known;
    const pieces = splitPieces(lower).map(describe);
    if (memory.size >= largestMemory) memory.clear();
    memory.set(lower, pieces);
    return pieces;
  };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function compilePlace({ tests, optional, gap }: Place): CompiledPlace {
  const values = (kind: Test['kind']) => tests.filter((test) => test.kind === kind).map((test) => test.value);
  const set = (kind: Test['kind']) => (values(kind).length > 0 ? new Set(values(kind)) : null);
  return { optional, gap, words: set('word'), stems: set('stem'), tags: set('tag'), prefixes: values('prefix') };
}

/** In how many places of all cues a word stands: what many cues name, the texts of the trade name often. */
function countUses(patterns: readonly (readonly Place[])[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { value } of patterns.flat().flatMap(({ tests }) => tests)) uses.set(value, (uses.get(value) ?? 0) + 1);
  return uses;
}

/** The required place whose words are the rarest: few alternatives, in few cues, none of them a word that all texts have. */
function chooseAnchor(pattern: readonly Place[], uses: Map<string, number>): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  pattern.forEach(({ tests, optional }, i) => {
    if (optional || tests.some((test) => test.kind === 'tag')) return;
    const cost = tests.reduce((sum, { value }) => sum + (isCommon(value) ? 200 : (uses.get(value) ?? 0)), 0);
    if (cost < least) [best, least] = [i, cost];
  });
  return best;
}
