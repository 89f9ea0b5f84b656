/** Seeded chance: the same seed gives the same draws on every machine. */
export interface Random {
  /** From 0 up to, but never, 1. */
  next(): number;
  /** Whole number from `low` to `high`, both possible. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Draws a key in proportion to its weight. */
  weighted<K extends string>(weights: Record<K, number>): K;
  /** A shuffled copy. */
  shuffle<T>(list: readonly T[]): T[];
  /** A stream of its own, so that more draws in one place change nothing in another. */
  fork(name: string): Random;
}

/** Draws from a named seed: FNV-1a makes the state, Mulberry32 (both in the public domain) the numbers. */
export function randomFrom(seed: string): Random {
  let state = hash(seed);
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new Error('There is nothing to pick from; the list should hold at least one entry.');
      return list[Math.floor(next() * list.length)]!;
    },
    weighted: (weights) => drawWeighted(weights, next()),
    shuffle: (list) => {
      const copy = [...list];
      for (let at = copy.length - 1; at > 0; at--) {
        const other = int(0, at);
        [copy[at], copy[other]] = [copy[other]!, copy[at]!];
      }
      return copy;
    },
    fork: (name) => randomFrom(`${seed}/${name}`),
  };
}

function drawWeighted<K extends string>(weights: Record<K, number>, at: number): K {
  const entries = Object.entries<number>(weights) as [K, number][];
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries.at(-1)![0];
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state | 0;
}
