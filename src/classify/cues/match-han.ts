import type { HanCue } from './cue.ts';

/** Where a Chinese cue fits: the stretches that its parts take; its gaps are left out. */
export interface HanMatch<T> {
  owner: T;
  spans: { start: number; end: number }[];
}

export type HanIndex<T> = Map<string, { cue: HanCue; owner: T }[]>;

/** Files each cue under the characters with which it may begin. */
export function indexHanCues<T>(cues: readonly { cue: HanCue; owner: T }[]): HanIndex<T> {
  const index: HanIndex<T> = new Map();
  for (const entry of cues) {
    for (const first of new Set(entry.cue.parts[0]!.alternatives.map((alternative) => alternative[0]!))) {
      const list = index.get(first);
      if (list) list.push(entry);
      else index.set(first, [entry]);
    }
  }
  return index;
}

/** Every place where a cue fits `text` (in lower case) between `from` and `to`; offsets count from the text's start. */
export function matchHan<T>(index: HanIndex<T>, text: string, from: number, to: number): HanMatch<T>[] {
  const matches: HanMatch<T>[] = [];
  for (let at = from; at < to; at++) {
    for (const { cue, owner } of index.get(text[at]!) ?? []) {
      const spans = spansOf(cue, 0, text, at, at, to);
      if (spans) matches.push({ owner, spans });
    }
  }
  return matches;
}

/** Fits the parts from `k` on, the next one beginning between `at` and `latest`. */
function spansOf(
  cue: HanCue,
  k: number,
  text: string,
  at: number,
  latest: number,
  to: number,
): HanMatch<unknown>['spans'] | null {
  const part = cue.parts[k];
  if (!part) return [];
  for (let start = at; start <= latest && start < to; start++) {
    for (const alternative of part.alternatives) {
      const end = start + alternative.length;
      if (end > to || !text.startsWith(alternative, start)) continue;
      const next = skipSpace(text, end);
      const rest = spansOf(cue, k + 1, text, next, next + (cue.parts[k + 1]?.gap ?? 0), to);
      if (rest) return [{ start, end }, ...rest];
    }
  }
  return null;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ') next++;
  return next;
}
