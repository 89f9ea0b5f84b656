import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/config.ts';
import type { BasketTable } from '../src/mine/itemsets/basket-table.ts';
import { mineItemsets } from '../src/mine/itemsets/mine-itemsets.ts';
import { type BasketSource, readBasketTable } from '../src/mine/itemsets/read-basket-table.ts';
import { createRandom, type Random } from '../src/stats/random.ts';
import type { BenchResult } from './result.ts';

const published = join(packageRoot, '../shared/data/transactions/T10I4D100K.dat');
const minSupport = 0.001;

/** All frequent itemsets of T10I4D100K, or of made-up data of its shape, at 0.1 %, against Eclat over lists of transactions. */
export async function run(): Promise<BenchResult[]> {
  const name = existsSync(published) ? 'T10I4D100K' : 'made-up data of the shape of T10I4D100K';
  const source = existsSync(published) ? fileSource(published) : textSource(madeUpTransactions());
  const startedReading = performance.now();
  const table = await readBasketTable(source, minSupport);
  const started = performance.now();
  const bySize = mineItemsets(table);
  const cold = performance.now() - started;
  const reading = started - startedReading;
  const milliseconds = medianOfFive(() => mineItemsets(table));

  const startedEclat = performance.now();
  const right = eclat(table);
  const millisecondsEclat = performance.now() - startedEclat;
  if (String(right) !== String(bySize)) throw new Error(`The miner found ${bySize} where Eclat finds ${right}.`);
  const against = 'Eclat over sorted lists of transactions';
  const total = bySize.reduce((sum, count) => sum + count, 0);
  return [
    {
      name: `the ${total} frequent itemsets of ${name} at ${100 * minSupport} %`,
      figure: milliseconds,
      unit: 'ms',
      against,
      ratio: millisecondsEclat / milliseconds,
    },
    {
      name: 'the same read from the file and mined for the first time',
      figure: reading + cold,
      unit: 'ms',
      against: `${against}, with the same reading`,
      ratio: (reading + millisecondsEclat) / (reading + cold),
    },
  ];
}

function medianOfFive(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((left, right) => left - right)[2]!;
}

const fileSource = (file: string): BasketSource => ({
  format: 'fimi',
  open: () => createReadStream(file, { highWaterMark: 1 << 20 }),
});

function textSource(text: string): BasketSource {
  const bytes = new TextEncoder().encode(text);
  async function* open(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return { format: 'fimi', open };
}

/** Eclat (M. J. Zaki, 2000) as textbooks give it: the transactions of a set are those common to its parts. */
function eclat({ ranks, starts, supports, minSupport: least }: BasketTable): number[] {
  const holding = Array.from(supports, (support) => new Int32Array(support));
  const filled = new Int32Array(supports.length);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) holding[ranks[at]!]![filled[ranks[at]!]!++] = row;
  }
  const bySize = [0];
  const extend = (sets: Int32Array[], size: number): void => {
    for (const [index, set] of sets.entries()) {
      bySize[size] = (bySize[size] ?? 0) + 1;
      const longer = sets.slice(index + 1).map((other) => common(set, other));
      const frequent = longer.filter((rows) => rows.length >= least);
      if (frequent.length > 0) extend(frequent, size + 1);
    }
  };
  extend(holding.reverse(), 1);
  return bySize;
}

function common(left: Int32Array, right: Int32Array): Int32Array {
  const both = new Int32Array(Math.min(left.length, right.length));
  let length = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const difference = left[i]! - right[j]!;
    if (difference === 0) both[length++] = left[i]!;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return both.subarray(0, length);
}

/**
 * Transactions as the generator of R. Agrawal and R. Srikant (VLDB 1994) makes them: 100,000 of about 10 items of 1,000,
 * filled from 2,000 patterns of about 4 items, some far more frequent than others, each taken with items missing.
 */
function madeUpTransactions(): string {
  const random = createRandom(1994);
  const patterns = Array.from({ length: 2000 }, () =>
    Array.from({ length: 1 + poisson(random, 3) }, () => random.below(1000)),
  );
  const weights = patterns.map(() => -Math.log(1 - random.next()));
  const ends: number[] = [];
  for (const weight of weights) ends.push((ends.at(-1) ?? 0) + weight);
  const lines = Array.from({ length: 100_000 }, () => {
    const items = new Set<number>();
    const length = 1 + poisson(random, 9);
    while (items.size < length) {
      const at = random.next() * ends.at(-1)!;
      const pattern = patterns[ends.findIndex((end) => end > at)]!;
      for (const item of pattern) if (random.next() < 0.7 && items.size < length) items.add(item);
    }
    return [...items].join(' ');
  });
  return `${lines.join('\n')}\n`;
}

/** A Poisson number by counting uniform numbers until their product falls below e^−mean (D. Knuth). */
function poisson(random: Random, mean: number): number {
  let count = 0;
  for (let product = random.next(); product > Math.exp(-mean); product *= random.next()) count += 1;
  return count;
}
