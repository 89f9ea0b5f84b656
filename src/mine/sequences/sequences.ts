import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { poissonBinomialTail } from '../../stats/laws/poisson-binomial-tail.ts';
import { chanceOfOrder } from './chance-of-order.ts';
import { type History, historiesOf } from './histories.ts';

/** A category that a customer named, and when. */
export interface CustomerEvent {
  customer: string;
  /** Days since any fixed day; whole or not. */
  day: number;
  category: string;
}

/** One category followed by another within a customer. */
export interface Sequence {
  first: string;
  then: string;
  /** Customers with `then` after `first` within the days asked for. */
  customers: number;
  /** The mean of that number over all shuffled histories. */
  expected: number;
  /** Chance of as many customers or more in shuffled histories. */
  p: number;
  /** Benjamini–Hochberg over every ordered pair that enough customers could show. */
  q: number;
}

export interface SequenceSettings {
  /** Longest time from one to the other; two on the same day are in no order. */
  withinDays: number;
  /** Sequences of fewer customers are not listed. */
  minimumCustomers: number;
  /** A customer of more events is no single person, and is passed over. */
  mostEvents: number;
}

/**
 * Which categories follow one another: for every ordered pair, the customers who named the second within `withinDays`
 * after the first, against histories in which each customer's categories are dealt anew to the customer's own days.
 * So what a customer is interested in, and when, stays; only the order is chance. Nothing is shuffled: each customer's
 * chance is counted out exactly, and the customers are independent of one another, so their number follows a
 * Poisson-binomial law. The same events in any order give the same result.
 * @returns the least likely first, then the most frequent, then by name.
 * @throws RangeError for a day that is no number, or settings below their least.
 */
export function sequences(events: readonly CustomerEvent[], settings: SequenceSettings): Sequence[] {
  const { withinDays, minimumCustomers, mostEvents } = settings;
  for (const [name, value] of Object.entries({ withinDays, minimumCustomers, mostEvents })) {
    if (!(value >= 1) || !Number.isFinite(value)) throw new RangeError(`${name} is ${value}; it should be at least 1.`);
  }
  const names = [...new Set(events.map(({ category }) => category))].sort();
  const histories = historiesOf(events, names, mostEvents);
  const observed = countPairs(histories, names.length, withinDays);
  const found = [...observed.keys()].filter((pair) => observed[pair]! >= minimumCustomers);
  const chances = chancesOf(histories, names.length, withinDays, new Set(found));
  const p = found.map((pair) => poissonBinomialTail(observed[pair]!, chances.get(pair)!));
  const q = benjaminiHochberg(p, Math.max(found.length, testable(histories, names.length, minimumCustomers)));
  const list = found.map((pair, index) => ({
    first: names[Math.floor(pair / names.length)]!,
    then: names[pair % names.length]!,
    customers: observed[pair]!,
    expected: chances.get(pair)!.reduce((sum, chance) => sum + chance, 0),
    p: p[index]!,
    q: q[index]!,
  }));
  return list.sort((left, right) => left.p - right.p || right.customers - left.customers || byName(left, right));
}

/** Customers by ordered pair, at place first × categories + then; each customer counts once for a pair. */
function countPairs(histories: readonly History[], categories: number, withinDays: number): Int32Array {
  const counts = new Int32Array(categories * categories);
  const lastCustomer = new Int32Array(categories * categories).fill(-1);
  for (const [customer, { days, categories: named }] of histories.entries()) {
    for (let first = 0; first < named.length; first++) {
      for (let then = first + 1; then < named.length && days[then]! - days[first]! <= withinDays; then++) {
        if (days[then] === days[first] || named[then] === named[first]) continue;
        const pair = named[first]! * categories + named[then]!;
        if (lastCustomer[pair] === customer) continue;
        lastCustomer[pair] = customer;
        counts[pair]! += 1;
      }
    }
  }
  return counts;
}

/** For each pair wanted, the chance of every customer who names both to show it in shuffled order. */
function chancesOf(
  histories: readonly History[],
  categories: number,
  withinDays: number,
  wanted: ReadonlySet<number>,
): Map<number, number[]> {
  const chances = new Map([...wanted].map((pair): [number, number[]] => [pair, []]));
  for (const { days, categories: named } of histories) {
    const counts = new Map<number, number>();
    for (const category of named) counts.set(category, (counts.get(category) ?? 0) + 1);
    // A customer's chance depends on how often both are named alone, and most are named once or twice.
    const known = new Map<number, number>();
    for (const [first, firsts] of counts) {
      for (const [then, thens] of counts) {
        const list = first === then ? undefined : chances.get(first * categories + then);
        if (!list) continue;
        const key = firsts * (days.length + 1) + thens;
        const chance = known.get(key) ?? chanceOfOrder(days, firsts, thens, withinDays);
        known.set(key, chance);
        list.push(chance);
      }
    }
  }
  return chances;
}

/** Ordered pairs of categories that enough customers name both of: fixed by what customers name, not by the order. */
function testable(histories: readonly History[], categories: number, minimum: number): number {
  const both = new Int32Array(categories * categories);
  for (const { categories: named } of histories) {
    const unique = [...new Set(named)];
    for (const first of unique) for (const then of unique) if (first !== then) both[first * categories + then]! += 1;
  }
  return both.reduce((pairs, customers) => pairs + Number(customers >= minimum), 0);
}

function byName(left: Sequence, right: Sequence): number {
  const [one, other] = [`${left.first}\u0000${left.then}`, `${right.first}\u0000${right.then}`];
  return one < other ? -1 : Number(one > other);
}
