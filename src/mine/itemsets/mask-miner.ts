import { supersetSums } from './superset-sums.ts';
import type { Tally } from './tally.ts';

/** Most items that fit a mask; the sign bit stays free. */
export const maskItems = 31;

/** Most items whose every subset is looked up in a table, 2^16 cells. */
const tableItems = 16;

/** Transactions as bit masks of at most 31 items, each with how many there are of it. */
export interface MaskRows {
  masks: Int32Array;
  weights: Int32Array;
  length: number;
}

/** The items of a level in the order of their bits. */
interface MaskItems {
  ranks: Int32Array;
  supports: Int32Array;
  length: number;
}

/**
 * Finds every frequent itemset of these items in these rows, joined to the itemset that the tally stands at.
 * The supports of single items are taken as given, so rows of one item may be left out. The rows are used up.
 */
export type MineMasks = (items: MaskItems, rows: MaskRows) => void;

/**
 * Mines what is left of the transactions once they have few items. Where the subsets are few beside the rows, the
 * support of all of them is read from one table of superset sums; else each item in turn is made the last of the set,
 * and the level below mines the rows that hold it, cut to the items before it that stay frequent.
 */
export function createMaskMiner(minSupport: number, tally: Tally): MineMasks {
  const lower: MaskItems = { ranks: new Int32Array(maskItems), supports: new Int32Array(maskItems), length: 0 };
  const cut: MaskRows = { masks: new Int32Array(64), weights: new Int32Array(64), length: 0 };
  const counts = new Int32Array(maskItems);
  /** The bit below of each item that is kept, or 0. */
  const bits = new Int32Array(maskItems);
  let cells = new Int32Array(256);
  let below: MineMasks | null = null;

  const mineTable = ({ ranks, supports, length }: MaskItems, rows: MaskRows): void => {
    if (cells.length < 1 << length) cells = new Int32Array(1 << length);
    else cells.fill(0, 0, 1 << length);
    tabulate(rows, cells);
    supersetSums(cells, length);
    for (let item = 0; item < length; item++) cells[1 << item] = supports[item]!;
    if (tally.visits) visitTable(ranks, 1 << length);
    else countTable(length);
  };

  const countTable = (items: number): void => {
    const found = counts.fill(0);
    for (let set = 1; set < 1 << items; set++) if (cells[set]! >= minSupport) found[onesOf[set]!]! += 1;
    for (let more = 1; more <= items; more++) if (found[more]! > 0) tally.emitCounted(more, found[more]!);
  };

  const visitTable = (ranks: Int32Array, sets: number): void => {
    for (let set = 1; set < sets; set++) {
      const support = cells[set]!;
      if (support < minSupport || tally.size + onesOf[set]! > tally.maxSize) continue;
      for (let left = set; left !== 0; left &= left - 1) tally.push(ranks[lowest(left)]!);
      tally.emit(support);
      for (let left = set; left !== 0; left &= left - 1) tally.pop();
    }
  };

  /** Keeps what is frequent beside an item, sets aside what is always beside it; answers how much that is. */
  const narrow = (item: number, items: MaskItems): number => {
    let extensions = 0;
    lower.length = 0;
    for (let before = 0; before < item; before++) {
      bits[before] = 0;
      if (counts[before]! < minSupport) continue;
      if (counts[before] === items.supports[item]) {
        tally.extend(items.ranks[before]!);
        extensions += 1;
        continue;
      }
      bits[before] = 1 << lower.length;
      lower.ranks[lower.length] = items.ranks[before]!;
      lower.supports[lower.length] = counts[before]!;
      lower.length += 1;
    }
    return extensions;
  };

  /** Itemsets whose last item is this one. */
  const mineItem = (item: number, items: MaskItems, rows: MaskRows): void => {
    tally.push(items.ranks[item]!);
    lower.length = 0;
    let extensions = 0;
    if (tally.size < tally.maxSize) {
      countBefore(item, rows, counts);
      extensions = narrow(item, items);
    }
    tally.emit(items.supports[item]!);
    if (lower.length > 0) {
      cutMasks(item, rows, bits, cut);
      below ??= createMaskMiner(minSupport, tally);
      below(lower, cut);
    }
    tally.retract(extensions);
    tally.pop();
  };

  return (items, rows) => {
    if (items.length <= 6 || (items.length <= tableItems && 1 << items.length <= 8 * rows.length)) {
      mineTable(items, rows);
      return;
    }
    merge(rows);
    for (let item = 0; item < items.length; item++) mineItem(item, items, rows);
  };
}

function tabulate({ masks, weights, length }: MaskRows, cells: Int32Array): void {
  for (let row = 0; row < length; row++) cells[masks[row]!]! += weights[row]!;
}

/** Counts the items before this one in the rows that hold it. */
function countBefore(item: number, { masks, weights, length }: MaskRows, counts: Int32Array): void {
  counts.fill(0, 0, item);
  const bit = 1 << item;
  for (let row = 0; row < length; row++) {
    const mask = masks[row]!;
    if ((mask & bit) === 0) continue;
    const weight = weights[row]!;
    for (let left = mask & (bit - 1); left !== 0; left &= left - 1) counts[lowest(left)]! += weight;
  }
}

/** Writes to `cut` the rows that hold the item, cut to the kept items before it; rows of fewer than two say nothing new. */
function cutMasks(item: number, rows: MaskRows, bits: Int32Array, cut: MaskRows): void {
  if (cut.masks.length < rows.length) {
    cut.masks = new Int32Array(rows.length);
    cut.weights = new Int32Array(rows.length);
  }
  const bit = 1 << item;
  cut.length = 0;
  for (let row = 0; row < rows.length; row++) {
    const mask = rows.masks[row]!;
    if ((mask & bit) === 0) continue;
    let kept = 0;
    for (let left = mask & (bit - 1); left !== 0; left &= left - 1) kept |= bits[lowest(left)]!;
    if ((kept & (kept - 1)) === 0) continue;
    cut.masks[cut.length] = kept;
    cut.weights[cut.length] = rows.weights[row]!;
    cut.length += 1;
  }
}

const lowest = (mask: number): number => 31 - Math.clz32(mask & -mask);

/** How many items each set of a table holds. */
const onesOf = Uint8Array.from({ length: 1 << tableItems }, (_, set) => {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count += 1;
  return count;
});

/** Joins equal rows into one of their weight together, by a hash of the mask. */
function merge(rows: MaskRows): void {
  if (rows.length < 32) return;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(rows.length * 2))).fill(-1);
  let length = 0;
  for (let row = 0; row < rows.length; row++) {
    const mask = rows.masks[row]!;
    let slot = (Math.imul(mask, 0x9e3779b1) >>> 7) & (slots.length - 1);
    while (slots[slot] !== -1 && rows.masks[slots[slot]!] !== mask) slot = (slot + 1) & (slots.length - 1);
    if (slots[slot] !== -1) {
      rows.weights[slots[slot]!]! += rows.weights[row]!;
      continue;
    }
    slots[slot] = length;
    rows.masks[length] = mask;
    rows.weights[length] = rows.weights[row]!;
    length += 1;
  }
  rows.length = length;
}
