/** Transactions one after another; the items of each ascend, and transaction t is `items` from `starts[t]` to `starts[t + 1]`. */
export interface WideRows {
  items: Int32Array;
  starts: Int32Array;
  length: number;
}

/**
 * How many rows hold each pair whose higher item is from `from` to below `to`: a triangle, row by row of the higher
 * item, beginning at the row of `from`.
 */
export function pairCounts({ items, starts, length }: WideRows, from: number, to: number): Int32Array {
  const offset = (from * (from - 1)) / 2;
  const counts = new Int32Array((to * (to - 1)) / 2 - offset);
  for (let row = 0; row < length; row++) {
    const start = starts[row]!;
    const end = starts[row + 1]!;
    for (let at = start + 1; at < end; at++) {
      const item = items[at]!;
      if (item < from) continue;
      if (item >= to) break;
      const cell = (item * (item - 1)) / 2 - offset;
      for (let before = start; before < at; before++) counts[cell + items[before]!]! += 1;
    }
  }
  return counts;
}

/**
 * For each wanted item of a block, the rows that hold it as masks of the items before it, leaving out rows of fewer
 * than two: they say nothing that the pair counts did not. `bits` is the triangle of `pairCounts`, with each pair's bit
 * in place of its count.
 */
export function maskRows(
  { items, starts, length }: WideRows,
  from: number,
  to: number,
  bits: Int32Array,
  wanted: Uint8Array,
  supports: ArrayLike<number>,
): (item: number) => Int32Array {
  const offset = (from * (from - 1)) / 2;
  const begins = occurrenceBounds(wanted, supports);
  const ends = begins.slice();
  const masks = new Int32Array(begins[begins.length - 1]!);
  for (let row = 0; row < length; row++) {
    const start = starts[row]!;
    const end = starts[row + 1]!;
    for (let at = start + 2; at < end; at++) {
      const item = items[at]!;
      if (item >= to) break;
      if (wanted[item] === 0) continue;
      const cell = (item * (item - 1)) / 2 - offset;
      let mask = 0;
      for (let before = start; before < at; before++) mask |= bits[cell + items[before]!]!;
      if ((mask & (mask - 1)) !== 0) masks[ends[item]!++] = mask;
    }
  }
  return (item) => masks.subarray(begins[item]!, ends[item]!);
}

/** The numbers of the rows that hold each wanted item. */
export function occurrences(
  rows: WideRows,
  wanted: Uint8Array,
  supports: ArrayLike<number>,
): (item: number) => Int32Array {
  const begins = occurrenceBounds(wanted, supports);
  const ends = begins.slice();
  const holding = new Int32Array(begins[begins.length - 1]!);
  for (let row = 0; row < rows.length && holding.length > 0; row++) {
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
      const item = rows.items[at]!;
      if (wanted[item] === 1) holding[ends[item]!++] = row;
    }
  }
  return (item) => holding.subarray(begins[item]!, ends[item]!);
}

/** Where the rows of each wanted item begin in a list of them all, item by item; its last number is the length. */
function occurrenceBounds(wanted: Uint8Array, supports: ArrayLike<number>): Int32Array {
  const bounds = new Int32Array(wanted.length + 1);
  for (let item = 0; item < wanted.length; item++) {
    bounds[item + 1] = bounds[item]! + (wanted[item] === 1 ? supports[item]! : 0);
  }
  return bounds;
}

/** Writes to `cut` the rows `holding` an item, cut to the items `kept` before it and numbered by their place among them. */
export function cutRows(rows: WideRows, item: number, holding: Int32Array, kept: Int32Array, cut: WideRows): void {
  const place = new Int32Array(item).fill(-1);
  for (let index = 0; index < kept.length; index++) place[kept[index]!] = index;
  let room = 0;
  for (let index = 0; index < holding.length; index++) {
    room += rows.starts[holding[index]! + 1]! - rows.starts[holding[index]!]!;
  }
  if (cut.items.length < room) cut.items = new Int32Array(room);
  if (cut.starts.length < holding.length + 1) cut.starts = new Int32Array(holding.length + 1);
  cut.length = 0;
  for (let index = 0, end = 0; index < holding.length; index++) {
    const start = end;
    let at = rows.starts[holding[index]!]!;
    for (let before = rows.items[at]!; before < item; before = rows.items[++at]!) {
      if (place[before]! >= 0) cut.items[end++] = place[before]!;
    }
    if (end - start < 2) end = start;
    else cut.starts[++cut.length] = end;
  }
}
