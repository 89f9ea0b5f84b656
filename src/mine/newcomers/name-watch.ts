import type { NightlyPipeline } from '../../pipeline.ts';

/** A text as the watch reads it: what those said to whom we listen, sentence by sentence. */
export interface WatchedText {
  id: number;
  day: string;
  customer: string;
  sentences: { start: number; end: number; text: string }[];
}

export interface Place {
  document: number;
  start: number;
  end: number;
}

/** A name that texts hold, whoever it belongs to. */
export interface WatchedName {
  /** As it is written most often. */
  name: string;
  /** Texts with it, by id, and by day. */
  documents: number[];
  byDay: Map<string, number>;
  /** Texts that name it after a phrase of switching, and their customers. */
  switching: Set<number>;
  customers: Set<string>;
  /** The sentence that named it first. */
  first: Place & { day: string };
}

export interface NameWatch {
  add(text: WatchedText): void;
  /** Every name met in two texts or more, or after a phrase of switching; by name in lower case. */
  names(): Map<string, WatchedName>;
}

/** Past this many, names met once are forgotten: most are met never again, and memory must not grow with the texts. */
const mostNames = 50_000;
const nameRun = String.raw`\p{Lu}[\p{L}\p{N}&'’-]*(?:\s+(?:(?:&|of)\s+)?\p{Lu}[\p{L}\p{N}&'’-]*){0,3}`;

/**
 * Watches for names: runs of capitalised words that no sentence begins with, and whatever name follows a phrase of
 * switching ("moved to", "cheaper at"). A word that customers mostly write small is none.
 */
export function createNameWatch({ switching }: Pick<NightlyPipeline['newcomers'], 'switching'>): NameWatch {
  const names = new Map<string, WatchedName>();
  const small = new Map<string, number>();
  const afterPhrase = new RegExp(
    String.raw`\b(?:${switching.map(phrasePattern).join('|')})\s+(?:the\s+)?(?=\p{Lu})`,
    'giu',
  );
  const runs = new RegExp(nameRun, 'gu');

  const note = (key: string, name: string, place: Place & { day: string }, customer: string): WatchedName => {
    const known = names.get(key);
    if (known) {
      if (known.documents.at(-1) !== place.document) {
        known.documents.push(place.document);
        known.byDay.set(place.day, (known.byDay.get(place.day) ?? 0) + 1);
        if (place.day < known.first.day) known.first = place;
      }
      known.customers.add(customer);
      return known;
    }
    if (names.size >= mostNames) forgetSingles(names);
    const fresh = {
      ...{ name, documents: [place.document], byDay: new Map([[place.day, 1]]), first: place },
      ...{ switching: new Set<number>(), customers: new Set([customer]) },
    };
    names.set(key, fresh);
    return fresh;
  };

  return {
    add({ id, day, customer, sentences }) {
      for (const { start, end, text } of sentences) {
        if (isShouted(text)) continue;
        const place = { document: id, start, end, day };
        countSmall(text, small);
        const starts = switchingEnds(text, afterPhrase);
        for (const match of text.matchAll(runs)) {
          const isAfter = starts.has(match.index);
          // What a sentence begins with is written large whatever it is.
          if (!isAfter && !/\p{L}/u.test(text.slice(0, match.index))) continue;
          const name = match[0].replace(/['’]s?$/u, '');
          if (name.length < 3 || /^I(?:['’]\p{L}+)?$/u.test(name)) continue;
          const watched = note(name.toLowerCase(), name, place, customer);
          if (isAfter) watched.switching.add(id);
        }
      }
    },
    names: () =>
      new Map(
        [...names].filter(([key, { documents, switching: after }]) => {
          return (documents.length > 1 || after.size > 0) && (small.get(key) ?? 0) <= documents.length;
        }),
      ),
  };
}

/** A phrase in any case, its words apart by any space. */
function phrasePattern(phrase: string): string {
  return phrase
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}'’]/gu, ''))
    .join(String.raw`\s+`);
}

function switchingEnds(text: string, afterPhrase: RegExp): Set<number> {
  return new Set(
    [...text.matchAll(afterPhrase)]
      .map((match) => match.index + match[0].length)
      .filter((at) => /^\p{Lu}/u.test(text.slice(at))),
  );
}

function isShouted(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const large = letters.replace(/[^\p{Lu}]/gu, '');
  return letters.length > 8 && large.length > letters.length * 0.6;
}

const mostWords = 100_000;

function countSmall(text: string, small: Map<string, number>): void {
  for (const [word] of text.matchAll(/\b\p{Ll}[\p{L}'’-]{2,}/gu)) {
    const known = small.get(word);
    if (known !== undefined) small.set(word, known + 1);
    else if (small.size < mostWords) small.set(word, 1);
  }
}

function forgetSingles(names: Map<string, WatchedName>): void {
  for (const [key, { documents, switching }] of names)
    if (documents.length < 2 && switching.size === 0) names.delete(key);
}
