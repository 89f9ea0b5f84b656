/** Counts and sums by pair of small whole numbers, in typed arrays. */
export interface PairTable {
  /** Adds one to the count of the pair and `value` to its sum. `high` is above `low`. */
  add(high: number, low: number, value: number): void;
  /** Visits every pair counted at least `minimum` times, in no particular order. */
  each(minimum: number, visit: (high: number, low: number, count: number, sum: number) => void): void;
}

/** Pairs of numbers below this have a cell of their own: 2,096,128 cells of 12 bytes at most, 25 MB. */
const denseBelow = 2048;

/**
 * A table that gives pairs of the first numbers a cell each (a triangle, row by row of the higher number, so that it
 * grows at its end), and hashes pairs with a higher number, of which few of the many possible are ever seen.
 * Counts go to 2³² − 1.
 */
export function createPairTable(): PairTable {
  let counts = new Uint32Array(1024);
  let sums = new Float64Array(1024);
  const sparse = createSparsePairs();

  const add = (high: number, low: number, value: number): void => {
    const cell = (high * (high - 1)) / 2 + low;
    if (high >= denseBelow) {
      sparse.add(cell, value);
      return;
    }
    if (cell >= counts.length) {
      const length = Math.min((denseBelow * (denseBelow - 1)) / 2, Math.max(cell + 1, counts.length * 2));
      counts = longer(counts, new Uint32Array(length));
      sums = longer(sums, new Float64Array(length));
    }
    counts[cell]! += 1;
    sums[cell]! += value;
  };

  const each: PairTable['each'] = (minimum, visit) => {
    for (let high = 1, cell = 0; cell < counts.length; high++) {
      for (let low = 0; low < high && cell < counts.length; low++, cell++) {
        if (counts[cell]! >= minimum) visit(high, low, counts[cell]!, sums[cell]!);
      }
    }
    sparse.each(minimum, visit);
  };
  return { add, each };
}

/** Open addressing with linear probing, doubled when half full. Key 0 means empty: it is the pair (1, 0), which is dense. */
function createSparsePairs() {
  let keys = new Float64Array(1024);
  let counts = new Uint32Array(1024);
  let sums = new Float64Array(1024);
  let used = 0;

  const slotOf = (key: number): number => {
    const mask = keys.length - 1;
    // Both halves of a key that may exceed 32 bits, spread by an odd multiplier (Knuth's golden ratio).
    let slot = Math.imul((key | 0) ^ Math.imul((key / 4_294_967_296) | 0, 0x85ebca6b), 0x9e3779b1) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const [oldKeys, oldCounts, oldSums] = [keys, counts, sums];
    keys = new Float64Array(oldKeys.length * 2);
    counts = new Uint32Array(keys.length);
    sums = new Float64Array(keys.length);
    for (const [slot, key] of oldKeys.entries()) {
      if (key === 0) continue;
      const to = slotOf(key);
      keys[to] = key;
      counts[to] = oldCounts[slot]!;
      sums[to] = oldSums[slot]!;
    }
  };
  const add = (key: number, value: number): void => {
    let slot = slotOf(key);
    if (keys[slot] === 0) {
      if (used * 2 >= keys.length) {
        grow();
        slot = slotOf(key);
      }
      keys[slot] = key;
      used += 1;
    }
    counts[slot]! += 1;
    sums[slot]! += value;
  };
  const each: PairTable['each'] = (minimum, visit) => {
    for (const [slot, key] of keys.entries()) {
      if (key === 0 || counts[slot]! < minimum) continue;
      const high = rowOf(key);
      visit(high, key - (high * (high - 1)) / 2, counts[slot]!, sums[slot]!);
    }
  };
  return { add, each };
}

/** The row of a cell of the triangle: the largest `high` with high(high − 1)/2 ≤ cell; the root may miss it by one. */
function rowOf(cell: number): number {
  const near = Math.floor((1 + Math.sqrt(1 + 8 * cell)) / 2);
  if ((near * (near - 1)) / 2 > cell) return near - 1;
  return (near * (near + 1)) / 2 <= cell ? near + 1 : near;
}

function longer<Values extends Uint32Array | Float64Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
