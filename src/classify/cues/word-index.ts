import { stem } from '../../text/stem.ts';
import type { Token } from '../../types.ts';
import { isCommon } from './common-words.ts';
import type { Place, Test, WordCue } from './cue.ts';
import { splitPieces } from './pieces.ts';

/**
 * Every word, stem and beginning that any cue names has a number, its mark. A piece of a text bears the marks that it fits,
 * so whether a piece fits a place of a cue is whether they share a mark.
 */
type Mark = number;

/** A pattern of a cue, to be tried where the word of its anchor is met: its rarest place. */
export interface Entry<T> {
  places: CompiledPlace[];
  anchor: number;
  /** Marks of another place that must be there: a sentence that bears none of them need not be tried. */
  guard: readonly Mark[] | null;
  owner: T;
}

export interface CompiledPlace {
  optional: boolean;
  gap: number;
  marks: ReadonlySet<Mark>;
  tags: ReadonlySet<string> | null;
}

/** A piece of a word as cues see it, with the patterns that have it as anchor. */
export interface Piece<T> {
  marks: readonly Mark[];
  isNumber: boolean;
  entries: readonly Entry<T>[];
}

export interface WordIndex<T> {
  /** How many marks there are. */
  size: number;
  /** The pieces of a word; the time does not grow with the number of cues. */
  pieces(token: Token): readonly Piece<T>[];
}

/** Texts hold ever new names and numbers; past this many words the memory starts afresh. */
const largestMemory = 50_000;

/** Files every pattern under the marks of its anchor. */
export function indexWordCues<T>(cues: readonly { cue: WordCue; owner: T }[]): WordIndex<T> {
  const marker = createMarker(cues.flatMap(({ cue }) => cue.patterns).flat());
  const entries: Entry<T>[][] = Array.from({ length: marker.size }, () => []);
  for (const { cue, owner } of cues) {
    for (const pattern of cue.patterns) {
      const places = pattern.map((place) => compilePlace(place, marker));
      const [anchor = 0, guard] = rarestPlaces(pattern, marker);
      const entry = { places, anchor, owner, guard: guard === undefined ? null : [...places[guard]!.marks] };
      for (const mark of places[anchor]!.marks) entries[mark]!.push(entry);
    }
  }
  const memory = new Map<string, Piece<T>[]>();
  const describe = (form: string): Piece<T> => {
    const marks = marker.marksOf(form);
    const found = new Set(marks.flatMap((mark) => entries[mark]!));
    return { marks, isNumber: /^\p{Nd}/u.test(form), entries: [...found] };
  };
  const pieces = ({ lower }: Token) => {
    const known = memory.get(lower);
    if (known) return known;
    const described = splitPieces(lower).map(describe);
    if (memory.size >= largestMemory) memory.clear();
    memory.set(lower, described);
    return described;
  };
  return { size: marker.size, pieces };
}

interface Marker {
  size: number;
  markOf(test: Test): Mark;
  /** In how many places of all cues it stands: what many cues name, the texts of the trade name often. */
  usesOf(test: Test): number;
  /** The marks that a piece of a text bears. */
  marksOf(form: string): Mark[];
}

const prefixKey = 2;

function createMarker(places: readonly Place[]): Marker {
  const marks = new Map<string, Mark>();
  const uses: number[] = [];
  const prefixes = new Map<string, string[]>();
  const key = ({ kind, value }: Test) => `${kind} ${value}`;
  for (const test of places.flatMap(({ tests }) => tests)) {
    const mark = marks.get(key(test)) ?? marks.size;
    uses[mark] = (uses[mark] ?? 0) + 1;
    if (test.kind === 'prefix' && !marks.has(key(test))) {
      const start = test.value.slice(0, prefixKey);
      prefixes.set(start, [...(prefixes.get(start) ?? []), test.value]);
    }
    marks.set(key(test), mark);
  }
  const markOf = (test: Test) => marks.get(key(test))!;
  const marksOf = (form: string) => {
    const begun = (prefixes.get(form.slice(0, prefixKey)) ?? []).filter((prefix) => form.startsWith(prefix));
    const keys = [`word ${form}`, `stem ${stem(form)}`, ...begun.map((prefix) => `prefix ${prefix}`)];
    return keys.flatMap((each) => marks.get(each) ?? []);
  };
  return { size: marks.size, markOf, usesOf: (test) => uses[markOf(test)]!, marksOf };
}

function compilePlace({ tests, optional, gap }: Place, { markOf }: Marker): CompiledPlace {
  const tags = tests.filter(({ kind }) => kind === 'tag').map(({ value }) => value);
  const marks = new Set(tests.filter(({ kind }) => kind !== 'tag').map(markOf));
  return { optional, gap, marks, tags: tags.length > 0 ? new Set(tags) : null };
}

/**
 * The required places without parts of speech, the one whose words are the rarest first: few alternatives, in few cues, none
 * of them a word that all texts have.
 */
function rarestPlaces(pattern: readonly Place[], { usesOf }: Marker): number[] {
  const cost = ({ tests }: Place) => tests.reduce((sum, test) => sum + (isCommon(test.value) ? 200 : usesOf(test)), 0);
  return pattern
    .map((place, i) => ({ place, i }))
    .filter(({ place }) => !place.optional && place.tests.every(({ kind }) => kind !== 'tag'))
    .sort((a, b) => cost(a.place) - cost(b.place))
    .map(({ i }) => i);
}
