import type { Token } from '../../types.ts';
import type { CompiledPlace, Entry, Piece, WordIndex } from './word-index.ts';

/** Where a pattern fits a sentence. */
export interface WordMatch<T> {
  owner: T;
  /** Indexes of the sentence's tokens that the pattern names; those of its gaps are left out. Ascending. */
  tokens: number[];
}

/** The pieces of a sentence, and the token that each belongs to. */
interface View<T> {
  pieces: Piece<T>[];
  owners: number[];
  tokens: readonly Token[];
}

/** Finds every place where a pattern fits a sentence; for each anchor the nearest words win. */
export type WordMatcher<T> = (tokens: readonly Token[]) => WordMatch<T>[];

/** Makes the matcher of an index. */
export function createWordMatcher<T>(index: WordIndex<T>): WordMatcher<T> {
  // Which marks the sentence bears: those that hold its number. So nothing need be wiped between sentences.
  const borne = new Float64Array(index.size);
  let sentence = 0;
  const isBorne = (marks: readonly number[]) => {
    for (const mark of marks) if (borne[mark] === sentence) return true;
    return false;
  };
  // One list for all tries: most of them fail.
  const hits: number[] = [];
  return (tokens) => {
    sentence++;
    const view: View<T> = { pieces: [], owners: [], tokens };
    for (let i = 0; i < tokens.length; i++) {
      for (const piece of index.pieces(tokens[i]!)) {
        view.pieces.push(piece);
        view.owners.push(i);
        for (const mark of piece.marks) borne[mark] = sentence;
      }
    }
    const matches: WordMatch<T>[] = [];
    for (let at = 0; at < view.pieces.length; at++) {
      for (const entry of view.pieces[at]!.entries) {
        if (entry.guard && !isBorne(entry.guard)) continue;
        hits.length = 0;
        hits.push(at);
        if (fitsAround(view, entry, at, hits)) matches.push({ owner: entry.owner, tokens: toTokens(view, hits) });
      }
    }
    return matches;
  };
}

/** Whether the pattern fits with its anchor at `at`; adds to `hits` the positions that its other places take. */
function fitsAround<T>(view: View<T>, { places, anchor }: Entry<T>, at: number, hits: number[]): boolean {
  if (places.length === 1) return true;
  if (!fitBefore(view, places, anchor - 1, at - 1, places[anchor]!.gap, hits)) return false;
  return fitAfter(view, places, anchor + 1, at + 1, 0, hits);
}

function fitAfter<T>(
  view: View<T>,
  places: CompiledPlace[],
  k: number,
  at: number,
  gap: number,
  hits: number[],
): boolean {
  const place = places[k];
  if (!place) return true;
  const allowed = Math.max(gap, place.gap);
  for (let i = at; i <= at + allowed && i < view.pieces.length; i++) {
    if (!fits(view, place, i)) continue;
    hits.push(i);
    if (fitAfter(view, places, k + 1, i + 1, 0, hits)) return true;
    hits.pop();
  }
  return place.optional && fitAfter(view, places, k + 1, at, allowed, hits);
}

function fitBefore<T>(
  view: View<T>,
  places: CompiledPlace[],
  k: number,
  at: number,
  gap: number,
  hits: number[],
): boolean {
  const place = places[k];
  if (!place) return true;
  for (let i = at; i >= at - gap && i >= 0; i--) {
    if (!fits(view, place, i)) continue;
    hits.push(i);
    if (fitBefore(view, places, k - 1, i - 1, place.gap, hits)) return true;
    hits.pop();
  }
  return place.optional && fitBefore(view, places, k - 1, at, Math.max(gap, place.gap), hits);
}

function fits<T>(view: View<T>, place: CompiledPlace, i: number): boolean {
  const piece = view.pieces[i]!;
  for (const mark of piece.marks) if (place.marks.has(mark)) return true;
  return place.tags?.has(piece.isNumber ? 'NUM' : view.tokens[view.owners[i]!]!.pos) ?? false;
}

function toTokens<T>(view: View<T>, hits: number[]): number[] {
  if (hits.length === 1) return [view.owners[hits[0]!]!];
  const tokens = hits.map((hit) => view.owners[hit]!).sort((a, b) => a - b);
  return tokens.filter((token, i) => token !== tokens[i - 1]);
}
