import { createRequire } from 'node:module';
import type { Span } from '../text/span.ts';

/** A name that stands in or right after a match. */
export interface FoundName extends Span {
  /** False for a place, a person or a date: "moved to London" names no competitor. */
  isOrganisation: boolean;
}

/** compromise takes milliseconds a sentence: it reads this many characters on each side of a match, and only of matches. */
const surroundings = 120;

const require = createRequire(import.meta.url);
let compromise: typeof import('compromise').default | null = null;

/**
 * The name that a match of a competitor cue speaks of, whole: "moved to Green" of "moved to Green Mobile Ltd" gives
 * "Green Mobile Ltd". Null where there is none. Loads compromise (0.3 s) at its first call.
 */
export function findName(text: string, match: Span): FoundName | null {
  compromise ??= require('compromise') as typeof import('compromise').default;
  const from = startOfWord(text, Math.max(0, match.start - surroundings));
  const doc = compromise(text.slice(from, match.end + surroundings));
  for (const name of doc
    .match('(#Organization|#ProperNoun|#Acronym|#Place|#Person|#Date)+')
    .json(withOffset) as Found[]) {
    const start = from + name.offset.start;
    const end = start + name.text.replace(/[^\p{L}\p{N}]+$/u, '').length;
    if (start > match.end + 1 || end <= match.start) continue;
    // The name may begin before the match ("Virgin Media offered me"); after it, only one that goes on from it counts.
    if (start >= match.end && end - start > 0 && !/^\s?$/.test(text.slice(match.end, start))) continue;
    return { start, end, isOrganisation: name.terms.some(isOrganisation) };
  }
  return null;
}

interface Found {
  text: string;
  offset: { start: number };
  terms: { tags: string[] }[];
}

const withOffset = { offset: true, terms: { tags: true } };

function isOrganisation({ tags }: Found['terms'][number]): boolean {
  if (tags.includes('Organization') || tags.includes('Acronym')) return true;
  return (
    tags.includes('ProperNoun') && !tags.some((tag) => /^(?:Place|Person|FirstName|Date|WeekDay|Month)$/.test(tag))
  );
}

function startOfWord(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 ? at : space + 1;
}
