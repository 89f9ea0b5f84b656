import { absoluteSupport } from './absolute-support.ts';
import type { BasketTable } from './basket-table.ts';
import type { BasketFormat, Item, VisitBasket } from './baskets.ts';
import { readCsvBaskets } from './csv-baskets.ts';
import { readFimiBaskets } from './fimi-baskets.ts';

export interface BasketSource {
  format: BasketFormat;
  /** Opens the file; called twice, since only the whole tells which items are frequent. */
  open(): AsyncIterable<Uint8Array>;
}

export interface ReadTable extends BasketTable {
  /** Different items of the file, frequent or not. */
  items: number;
  /** Whether items are numbers. */
  numeric: boolean;
}

/**
 * Reads transactions in two runs: the first counts items, the second keeps the frequent ones. Memory grows with the
 * number of different items, and with 4 bytes for each frequent item of each transaction.
 * @param minSupport a share below 1, or a number of transactions; see `absoluteSupport`.
 * @throws Error that names the line of what cannot be read; RangeError for a minimum support that is neither.
 */
export async function readBasketTable(source: BasketSource, minSupport: number): Promise<ReadTable> {
  // A minimum that makes no sense is refused before a large file is read.
  absoluteSupport(minSupport, 1);
  const counted = await countItems(source);
  const support = absoluteSupport(minSupport, counted.transactions);
  const frequent = [...counted.supports].filter(([, count]) => count >= support).sort(bySupport);
  const kept = frequent.reduce((sum, [, count]) => sum + count, 0);
  if (kept > 0x7fffffff) {
    throw new RangeError(`${kept} items of transactions are frequent, more than fit; raise the minimum support.`);
  }
  const ranks = await readRanks(source, frequent, { transactions: counted.transactions, kept });
  return {
    transactions: counted.transactions,
    items: counted.supports.size,
    numeric: source.format === 'fimi',
    minSupport: support,
    names: frequent.map(([item]) => String(item)),
    supports: Int32Array.from(frequent, ([, count]) => count),
    ...ranks,
  };
}

const readers = { fimi: readFimiBaskets, csv: readCsvBaskets };

/** Most frequent first, equally frequent ones by number or name, so that the order of the file says nothing. */
function bySupport([item, support]: [Item, number], [other, otherSupport]: [Item, number]): number {
  return otherSupport - support || (item < other ? -1 : 1);
}

/** In how many transactions each item is; one named twice in a transaction counts once. */
async function countItems({
  format,
  open,
}: BasketSource): Promise<{ transactions: number; supports: Map<Item, number> }> {
  const places = new Map<Item, number>();
  const supports: number[] = [];
  const lastSeen: number[] = [];
  let transactions = 0;
  await readers[format](open(), (items, count) => {
    transactions += 1;
    for (let index = 0; index < count; index++) {
      let place = places.get(items[index]!);
      if (place === undefined) {
        place = supports.push(0) - 1;
        places.set(items[index]!, place);
      }
      if (lastSeen[place] === transactions) continue;
      lastSeen[place] = transactions;
      supports[place]! += 1;
    }
  });
  return { transactions, supports: new Map([...places].map(([item, place]) => [item, supports[place]!])) };
}

async function readRanks(
  { format, open }: BasketSource,
  frequent: readonly [Item, number][],
  { transactions, kept }: { transactions: number; kept: number },
): Promise<Pick<BasketTable, 'ranks' | 'starts'>> {
  const rankOf = new Map(frequent.map(([item], rank) => [item, rank]));
  const ranks = new Int32Array(kept);
  const starts = new Int32Array(transactions + 1);
  let row = new Int32Array(1024);
  let end = 0;
  let transaction = 0;
  const visit: VisitBasket = (items, count) => {
    if (row.length < count) row = new Int32Array(2 * count);
    let length = 0;
    for (let index = 0; index < count; index++) {
      const rank = rankOf.get(items[index]!);
      if (rank !== undefined) row[length++] = rank;
    }
    sort(row, length);
    for (let index = 0; index < length; index++) {
      if (index === 0 || row[index] !== row[index - 1]) ranks[end++] = row[index]!;
    }
    transaction += 1;
    starts[transaction] = end;
  };
  await readers[format](open(), visit);
  if (transaction !== transactions || end !== kept) throw new Error('The file changed while it was being read.');
  return { ranks, starts };
}

/** Puts the first `length` into ascending order: by insertion where they are few, as nearly always. */
function sort(row: Int32Array, length: number): void {
  if (length > 64) {
    row.subarray(0, length).sort();
    return;
  }
  for (let index = 1; index < length; index++) {
    const value = row[index]!;
    let at = index;
    for (; at > 0 && row[at - 1]! > value; at--) row[at] = row[at - 1]!;
    row[at] = value;
  }
}
