import { requireCount } from './require.ts';

/** A stream of pseudo-random numbers that the same seed gives again. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  word(): number;
  /** A number from 0 (included) to 1 (excluded), of 53 random bits. */
  next(): number;
  /** A whole number from 0 to below `limit`, each equally likely. */
  below(limit: number): number;
  /** Puts a list into random order in place (Fisher and Yates) and returns it. */
  shuffle<Item>(items: Item[]): Item[];
}

type State = [number, number, number, number];

/**
 * xoshiro128** 1.1 (D. Blackman and S. Vigna, 2018), its state filled from the seed by splitmix32. For shuffles and
 * resampling, never for secrets.
 * @param seed a whole number from 0 to 2³² − 1, or the four words of the state, not all 0.
 * @throws RangeError for any other seed.
 */
export function createRandom(seed: number | State): Random {
  const state = typeof seed === 'number' ? expand(seed) : checked(seed);
  const word = (): number => step(state);
  const next = (): number => ((word() >>> 5) * 67_108_864 + (word() >>> 6)) / 9_007_199_254_740_992;
  const below = (limit: number): number => {
    if (!(limit >= 1) || !Number.isSafeInteger(limit)) {
      throw new RangeError(`limit of below is ${limit}; it should be a whole number of at least 1.`);
    }
    return Math.floor(next() * limit);
  };
  const shuffle = <Item>(items: Item[]): Item[] => {
    for (let last = items.length - 1; last > 0; last--) {
      const other = below(last + 1);
      [items[last], items[other]] = [items[other]!, items[last]!];
    }
    return items;
  };
  return { word, next, below, shuffle };
}

function step(state: State): number {
  const result = Math.imul(rotate(Math.imul(state[1], 5), 7), 9) >>> 0;
  const shifted = state[1] << 9;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotate(state[3], 11);
  return result;
}

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/** splitmix32: four well-mixed words from one, so that near seeds give far streams. */
function expand(seed: number): State {
  requireCount('seed of createRandom', seed);
  if (seed > 0xffffffff) throw new RangeError(`seed of createRandom is ${seed}; it should be below 2³².`);
  let at = seed | 0;
  const mix = (): number => {
    at = (at + 0x9e3779b9) | 0;
    let word = at;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return word ^ (word >>> 15);
  };
  return [mix(), mix(), mix(), mix()];
}

function checked(words: State): State {
  for (const word of words) requireCount('a word of the state of createRandom', word);
  if (words.some((word) => word > 0xffffffff) || words.every((word) => word === 0)) {
    throw new RangeError(`The state of createRandom is ${words.join(', ')}; its words are below 2³² and not all 0.`);
  }
  return [...words];
}
