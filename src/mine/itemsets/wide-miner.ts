import { createMaskMiner, maskItems } from './mask-miner.ts';
import type { Tally } from './tally.ts';
import { cutRows, maskRows, occurrences, pairCounts, type WideRows } from './wide-rows.ts';

/** Cells of the triangle of pair counts held at once: 32 MB, the pairs of 4,096 items. */
const triangleCells = 1 << 23;

/** What stays beside one item: the items before it that are frequent with it, and those that are always with it. */
interface Company {
  /** The items kept, ascending, with how many rows hold both. */
  items: Int32Array;
  supports: Int32Array;
  extensions: Int32Array;
}

/** Finds every frequent itemset of these rows, whose items have these ranks and supports. */
export type MineWide = (rows: WideRows, ranks: ArrayLike<number>, supports: ArrayLike<number>) => void;

/**
 * A miner of transactions of any number of items. Each item in turn is the last of the set: what is frequent with it is
 * read from a triangle of pair counts, and the rows that hold it, cut to that, go to the level below, as bit masks
 * where they have 31 items or fewer. (Occurrence deliver as in LCM of T. Uno, M. Kiyomi and H. Arimura, FIMI 2004, but
 * for all items in one run over the rows, which memory likes better than a run for each item.)
 * @param progress told after each item of this level, with how many are done.
 */
export function createWideMiner(minSupport: number, tally: Tally, progress?: (done: number) => void): MineWide {
  const masks = createMaskMiner(minSupport, tally);
  const cut: WideRows = { items: new Int32Array(0), starts: new Int32Array(1), length: 0 };
  let weights = new Int32Array(64);
  let below: MineWide | null = null;

  return (rows, ranks, supports) => {
    const mineMasks = ({ items, supports: within }: Company, holding: Int32Array): void => {
      if (weights.length < holding.length) weights = new Int32Array(holding.length * 2);
      weights.fill(1, 0, holding.length);
      const company = { ranks: named(items, ranks), supports: within, length: items.length };
      masks(company, { masks: holding, weights, length: holding.length });
    };
    const mineRows = (item: number, { items, supports: within }: Company, holding: Int32Array): void => {
      cutRows(rows, item, holding, items, cut);
      below ??= createWideMiner(minSupport, tally);
      below(cut, named(items, ranks), within);
    };
    const mineItem = (item: number, company: Company | null, found: Found): void => {
      tally.push(ranks[item]!);
      const extensions = company?.extensions ?? none;
      for (let index = 0; index < extensions.length; index++) tally.extend(ranks[extensions[index]!]!);
      tally.emit(supports[item]!);
      if (company && company.items.length > maskItems) mineRows(item, company, found.rows(item));
      else if (company && company.items.length > 0) mineMasks(company, found.masks(item));
      tally.retract(extensions.length);
      tally.pop();
      progress?.(item + 1);
    };

    const deeper = tally.size + 1 < tally.maxSize;
    for (let from = 0; from < ranks.length; ) {
      const to = deeper ? blockEnd(from, ranks.length) : ranks.length;
      const companies = deeper ? companiesOf(rows, from, to, supports, minSupport) : null;
      for (let item = from; item < to; item++) {
        mineItem(item, companies?.list[item - from] ?? null, companies ?? nothing);
      }
      from = to;
    }
  };
}

interface Found {
  /** The masks of the rows that hold the item, of two bits or more. */
  masks(item: number): Int32Array;
  /** The rows that hold the item. */
  rows(item: number): Int32Array;
}

const none = new Int32Array(0);
const nothing: Found = { masks: () => none, rows: () => none };

function named(items: Int32Array, ranks: ArrayLike<number>): Int32Array {
  const names = new Int32Array(items.length);
  for (let index = 0; index < items.length; index++) names[index] = ranks[items[index]!]!;
  return names;
}

/** The end of a block of items whose pair counts fit the triangle. */
function blockEnd(from: number, items: number): number {
  let to = from + 1;
  while (to < items && ((to + 1) * to - from * (from - 1)) / 2 <= triangleCells) to += 1;
  return to;
}

/** The company of each item of a block, and the rows that hold it: as masks where they fit, else by their numbers. */
function companiesOf(
  rows: WideRows,
  from: number,
  to: number,
  supports: ArrayLike<number>,
  minSupport: number,
): Found & { list: Company[] } {
  const triangle = pairCounts(rows, from, to);
  const offset = (from * (from - 1)) / 2;
  const list: Company[] = [];
  const narrow = new Uint8Array(to);
  const wide = new Uint8Array(to);
  for (let item = from; item < to; item++) {
    const cell = (item * (item - 1)) / 2 - offset;
    const company = companyOf(triangle.subarray(cell, cell + item), supports[item]!, minSupport);
    list.push(company);
    narrow[item] = Number(company.items.length > 1 && company.items.length <= maskItems);
    wide[item] = Number(company.items.length > maskItems);
  }
  return { list, masks: maskRows(rows, from, to, triangle, narrow, supports), rows: occurrences(rows, wide, supports) };
}

/** Reads the company of an item from its row of the triangle, and writes over each count the kept item's bit, or 0. */
function companyOf(counts: Int32Array, support: number, minSupport: number): Company {
  const items: number[] = [];
  const supports: number[] = [];
  const extensions: number[] = [];
  for (let other = 0; other < counts.length; other++) {
    const count = counts[other]!;
    counts[other] = 0;
    if (count < minSupport) continue;
    if (count === support) {
      extensions.push(other);
      continue;
    }
    if (items.length < maskItems) counts[other] = 1 << items.length;
    items.push(other);
    supports.push(count);
  }
  return {
    items: Int32Array.from(items),
    supports: Int32Array.from(supports),
    extensions: Int32Array.from(extensions),
  };
}
