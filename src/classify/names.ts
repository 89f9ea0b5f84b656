import { createRequire } from 'node:module';
import type { Span } from '../text/span.ts';

/** A name that stands in or right after a match. */
export interface FoundName extends Span {
  /** False for a place, a person or a date: "moved to London" names no competitor. */
  isOrganisation: boolean;
}

/** compromise takes half a millisecond for ten words; names come back, so what it said of a phrase is kept. */
const largestMemory = 5_000;
const phrases = new Map<string, { from: number; to: number; isOrganisation: boolean } | null>();

const require = createRequire(import.meta.url);
let compromise: typeof import('compromise/two').default | null = null;

/**
 * The name that a match of a competitor cue speaks of, whole: "moved to Green" of "moved to Green Mobile Ltd" gives
 * "Green Mobile Ltd". Null where there is none. Loads compromise (0.2 s) at its first call.
 */
export function findName(text: string, match: Span): FoundName | null {
  const start =
    match.start - (capitalsBefore.exec(text.slice(Math.max(0, match.start - reach), match.start))?.[0].length ?? 0);
  const end = match.end + (capitalsAfter.exec(text.slice(match.end, match.end + reach))?.[0].length ?? 0);
  const phrase = text.slice(start, end);
  let found = phrases.get(phrase);
  if (found === undefined) {
    found = readPhrase(phrase);
    if (phrases.size >= largestMemory) phrases.clear();
    phrases.set(phrase, found);
  }
  return found && { start: start + found.from, end: start + found.to, isOrganisation: found.isOrganisation };
}

/** How far a name may go on beyond the match, in characters: capitalised words, with "&" and "of" between them. */
const reach = 60;
const capitalsBefore = /(?:\p{Lu}[\p{L}\p{N}.'-]*\s+(?:(?:&|of)\s+)?)+$/u;
const capitalsAfter = /^[\p{L}\p{N}&'-]*(?:\s+(?:(?:&|of)\s+)?\p{Lu}[\p{L}\p{N}&'-]*)*/u;

function readPhrase(phrase: string): { from: number; to: number; isOrganisation: boolean } | null {
  compromise ??= require('compromise/two') as typeof import('compromise/two').default;
  const view = compromise(phrase);
  const names = view.match('(#Organization|#ProperNoun|#Acronym)+').json(withOffset) as Found[];
  const [found] = names.length > 0 ? names : (view.match('#Date+').json(withOffset) as Found[]);
  if (!found) return null;
  const from = found.offset.start;
  const to = from + found.text.replace(/[^\p{L}\p{N}]+$/u, '').length;
  return { from, to, isOrganisation: found.terms.every(isOrganisation) };
}

interface Found {
  text: string;
  offset: { start: number };
  terms: { tags: string[] }[];
}

const withOffset = { offset: true, terms: { tags: true } };

function isOrganisation({ tags }: Found['terms'][number]): boolean {
  if (tags.includes('Organization')) return true;
  return !tags.some((tag) => /^(?:Place|Person|FirstName|Date)$/.test(tag));
}
