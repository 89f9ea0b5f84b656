import { createPairTable } from './pair-table.ts';

/** How often categories, and pairs of categories, were met in a stream of texts. */
export interface PairCounter {
  /** Texts added so far, those without any category among them. */
  readonly documents: number;
  /** Every category met, in the order first met. */
  readonly categories: readonly string[];
  /**
   * Counts one text.
   * @param categories that the text affirms; one named twice counts once.
   * @param sentiment of the text, −1 to 1, kept to six decimals.
   * @throws RangeError where the sentiment lies outside, or at 2³² − 1 texts.
   */
  add(categories: readonly string[], sentiment: number): void;
  /** Texts that name the category at this place of `categories`. */
  count(category: number): number;
  /** Visits every pair named together by at least `minimum` texts, with the sum of their sentiments. */
  eachPair(
    minimum: number,
    visit: (category: number, other: number, observed: number, sentimentSum: number) => void,
  ): void;
}

/** Sentiments are added up as whole millionths: whole numbers give the same sum in any order, fractions do not. */
const millionths = 1e6;

/**
 * A counter that reads texts one by one and forgets them: memory grows with the pairs met, not with the texts.
 * The same texts in any order leave the same counts and sums.
 */
export function createPairCounter(): PairCounter {
  const places = new Map<string, number>();
  const categories: string[] = [];
  const table = createPairTable();
  let counts = new Uint32Array(256);
  /** The last text that named a category, to count a category named twice once. */
  let lastSeen = new Uint32Array(256);
  let documents = 0;

  const place = (category: string): number => {
    const known = places.get(category);
    if (known !== undefined) return known;
    const next = categories.push(category) - 1;
    places.set(category, next);
    if (next === counts.length) {
      counts = doubled(counts);
      lastSeen = doubled(lastSeen);
    }
    return next;
  };

  const add = (names: readonly string[], sentiment: number): void => {
    const value = toMillionths(sentiment);
    if (documents === 0xffffffff) throw new RangeError('A pair counter holds 4,294,967,295 texts at most.');
    documents += 1;
    const seen: number[] = [];
    for (const name of names) {
      const category = place(name);
      if (lastSeen[category] === documents) continue;
      lastSeen[category] = documents;
      counts[category]! += 1;
      for (const other of seen) table.add(Math.max(category, other), Math.min(category, other), value);
      seen.push(category);
    }
  };

  return {
    get documents() {
      return documents;
    },
    categories,
    add,
    count: (category) => counts[category] ?? 0,
    eachPair: (minimum, visit) =>
      table.each(minimum, (high, low, observed, sum) => visit(low, high, observed, sum / millionths)),
  };
}

function toMillionths(sentiment: number): number {
  if (sentiment >= -1 && sentiment <= 1) return Math.round(sentiment * millionths);
  throw new RangeError(`The sentiment of a text is ${sentiment}; it should lie between -1 and 1.`);
}

function doubled(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(values.length * 2);
  longer.set(values);
  return longer;
}
