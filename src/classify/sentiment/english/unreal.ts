import { boundary } from './marks.ts';

/** A stretch of pieces that is not said to be so, and what its cues count by their sign. */
export interface Unreal {
  from: number;
  to: number;
  positive: number;
  negative: number;
}

const modals = new Set(['would', 'could', 'should', 'might']);
const perfect = new Set(['have', "'ve", 'of']);
const trying = new Set(
  (
    'tries trying attempts attempting aims aiming strives striving strains straining pretends pretending claims purports ' +
    'supposed meant wannabe wish wished hoping promised expecting'
  ).split(' '),
);
/** A comparison opens with one of these, or an adjective in -er. */
const comparing = /^(?:more|less|rather|other|better|worse|[a-z]{3,}er)$/;

/**
 * What is wished for, missed, compared with or asked for: "it would have been nice", "too late to help", "more noise than
 * use", "if you like queues", "tries to be funny". What is good there is not so here.
 */
export function findUnreal(pieces: string[]): Unreal[] {
  const regions: Unreal[] = [];
  const add = (from: number, reach: number, positive: number, negative: number) =>
    regions.push({ from, to: endOf(pieces, from, reach), positive, negative });
  for (const [at, piece] of pieces.entries()) {
    if (modals.has(piece) && perfect.has(pieces[at + 1] ?? '')) add(at + 2, 10, -0.5, 0.5);
    else if (piece === 'too') openTooTo(pieces, at, add);
    else if (piece === 'than' && pieces[at - 1] !== 'less' && compares(pieces, at)) add(at + 1, 6, -0.3, 0);
    else if (piece === 'if' && pieces[at + 1] !== 'only' && pieces[at - 1] !== 'even' && pieces[at - 1] !== 'as') {
      add(at + 1, 12, 0.3, 0.6);
    } else if (trying.has(piece) && pieces[at + 1] !== '.') add(at + 1, 5, -0.3, 0.8);
  }
  return regions;
}

function openTooTo(pieces: string[], at: number, add: (from: number, reach: number, p: number, n: number) => void) {
  const to = pieces.indexOf('to', at + 2);
  if (to > 0 && to <= at + 4 && to < endOf(pieces, at + 1, 5)) add(to + 1, 8, -0.5, 0.5);
}

function compares(pieces: string[], than: number): boolean {
  for (let at = than - 1; at >= 0 && at > than - 8 && !boundary.has(pieces[at]!); at -= 1) {
    if (comparing.test(pieces[at]!)) return true;
  }
  return false;
}

function endOf(pieces: string[], from: number, reach: number): number {
  let end = from;
  while (end < pieces.length && end < from + reach && !boundary.has(pieces[end]!) && pieces[end] !== 'but') end += 1;
  return end;
}
