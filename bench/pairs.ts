import { countedRelations } from '../src/mine/counted-relations.ts';
import { createPairCounter, type PairCounter } from '../src/mine/pair-counter.ts';
import { createRandom } from '../src/stats/random.ts';
import type { BenchResult } from './result.ts';

const categories = 360;
const texts = 1_000_000;
const settings = { minimumObserved: 5, confidence: 0.99 };

/** All pairs of 360 categories over 1,000,000 made-up texts, against counting them in a map with a string a pair. */
export async function run(): Promise<BenchResult[]> {
  const names = Array.from({ length: categories }, (_, index) => `branch${index % 24}.category${index}`);
  const before = process.memoryUsage.rss();
  const started = performance.now();
  const counter = createPairCounter();
  for (const { labels, sentiment } of madeUpTexts(names)) counter.add(labels, sentiment);
  const relations = countedRelations(counter, settings);
  const seconds = (performance.now() - started) / 1000;
  const megabytes = Math.max(0, process.memoryUsage.rss() - before) / 1e6;

  const startedMaps = performance.now();
  const pairs = countWithStrings(names);
  const secondsMaps = (performance.now() - startedMaps) / 1000;
  requireSame(counter, pairs);
  return [
    {
      name: `relations of ${categories} categories over ${texts} texts (${relations.length} found)`,
      figure: seconds,
      unit: 's',
      against: 'only counting them, in a Map with a string key a pair',
      ratio: secondsMaps / seconds,
    },
    {
      name: 'memory that those relations took',
      figure: megabytes,
      unit: 'MB',
      against: 'the 1,000 MB allowed',
      ratio: 1000 / Math.max(1, megabytes),
    },
  ];
}

/** Texts of 1 to 15 categories, the first categories far more often than the last, as vocabularies are met. */
function* madeUpTexts(names: readonly string[]): Generator<{ labels: string[]; sentiment: number }> {
  const random = createRandom(1);
  for (let text = 0; text < texts; text++) {
    const labels = Array.from(
      { length: 1 + random.below(15) },
      () => names[Math.floor(names.length * random.next() ** 2)]!,
    );
    yield { labels, sentiment: random.next() * 2 - 1 };
  }
}

function countWithStrings(names: readonly string[]): Map<string, { observed: number; sentiment: number }> {
  const pairs = new Map<string, { observed: number; sentiment: number }>();
  for (const { labels, sentiment } of madeUpTexts(names)) {
    const unique = [...new Set(labels)].sort();
    for (const [index, second] of unique.entries()) {
      for (let first = 0; first < index; first++) {
        const key = `${unique[first]}|${second}`;
        const pair = pairs.get(key);
        if (pair) {
          pair.observed += 1;
          pair.sentiment += sentiment;
        } else pairs.set(key, { observed: 1, sentiment });
      }
    }
  }
  return pairs;
}

/** @throws Error where the two ways of counting part: a speed is worth nothing beside a wrong count. */
function requireSame(counter: PairCounter, pairs: ReadonlyMap<string, { observed: number }>): void {
  let met = 0;
  counter.eachPair(1, (category, other, observed) => {
    const key = [counter.categories[category]!, counter.categories[other]!].sort().join('|');
    if (pairs.get(key)?.observed !== observed) throw new Error(`The pair ${key} was counted ${observed} times.`);
    met += 1;
  });
  if (met !== pairs.size) throw new Error(`${met} pairs were counted where there are ${pairs.size}.`);
}
