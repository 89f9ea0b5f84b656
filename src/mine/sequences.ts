import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { createRandom, type Random } from '../stats/random.ts';

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
  /** The mean of that number over shuffled histories. */
  expected: number;
  /** Share of shuffled histories, this one among them, with as many customers: no smaller than 1 / (rounds + 1). */
  p: number;
  /** Benjamini–Hochberg over every ordered pair that enough customers could show. */
  q: number;
}

export interface SequenceSettings {
  /** Longest time from one to the other; two on the same day are in no order. */
  withinDays: number;
  /** Sequences of fewer customers are not listed. */
  minimumCustomers: number;
  /** Shuffled histories to compare with. */
  rounds: number;
  seed: number;
}

/**
 * Which categories follow one another: for every ordered pair, the customers who named the second within `withinDays`
 * after the first, against histories in which each customer's categories are dealt anew to the customer's own days.
 * So what a customer is interested in, and when, stays; only the order is chance (a permutation test stratified by
 * customer). The same events in any order, with the same seed, give the same result.
 * @returns the least likely first, then the most frequent, then by name.
 * @throws RangeError for a day that is no number, or settings below their least.
 */
export function sequences(events: readonly CustomerEvent[], settings: SequenceSettings): Sequence[] {
  const { withinDays, minimumCustomers, rounds, seed } = settings;
  for (const [name, value] of Object.entries({ withinDays, minimumCustomers, rounds })) {
    if (!(value >= 1) || !Number.isFinite(value)) throw new RangeError(`${name} is ${value}; it should be at least 1.`);
  }
  const names = [...new Set(events.map(({ category }) => category))].sort();
  const histories = historiesOf(events, names);
  const count = (): Int32Array => countPairs(histories, names.length, withinDays);
  const observed = count();
  const totals = new Float64Array(observed.length);
  const asMany = new Int32Array(observed.length).fill(1);
  const random = createRandom(seed);
  for (let round = 0; round < rounds; round++) {
    for (const { categories } of histories) shuffle(categories, random);
    const shuffled = count();
    for (let pair = 0; pair < shuffled.length; pair++) {
      totals[pair]! += shuffled[pair]!;
      if (shuffled[pair]! >= observed[pair]!) asMany[pair]! += 1;
    }
  }
  const found = [...observed.keys()].filter((pair) => observed[pair]! >= minimumCustomers);
  const p = found.map((pair) => asMany[pair]! / (rounds + 1));
  const q = benjaminiHochberg(p, Math.max(found.length, testable(histories, names.length, minimumCustomers)));
  const list = found.map((pair, index) => ({
    first: names[Math.floor(pair / names.length)]!,
    then: names[pair % names.length]!,
    customers: observed[pair]!,
    expected: totals[pair]! / rounds,
    p: p[index]!,
    q: q[index]!,
  }));
  return list.sort((left, right) => left.p - right.p || right.customers - left.customers || byName(left, right));
}

/** A customer's days in order, and the category, by its number, of each. */
interface History {
  days: number[];
  categories: Int32Array;
}

/** One history a customer, customers by name; those of one event can show no order. */
function historiesOf(events: readonly CustomerEvent[], names: readonly string[]): History[] {
  const numbers = new Map(names.map((name, number) => [name, number]));
  const byCustomer = new Map<string, CustomerEvent[]>();
  for (const event of events) {
    if (!Number.isFinite(event.day)) {
      throw new RangeError(`An event of customer "${event.customer}" is on day ${event.day}, which is no number.`);
    }
    const list = byCustomer.get(event.customer);
    if (list) list.push(event);
    else byCustomer.set(event.customer, [event]);
  }
  const customers = [...byCustomer.keys()].filter((customer) => byCustomer.get(customer)!.length > 1).sort();
  return customers.map((customer) => {
    const list = byCustomer.get(customer)!;
    list.sort((left, right) => left.day - right.day || numbers.get(left.category)! - numbers.get(right.category)!);
    return {
      days: list.map(({ day }) => day),
      categories: Int32Array.from(list, ({ category }) => numbers.get(category)!),
    };
  });
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

/** Ordered pairs of categories that enough customers name both of: fixed by what customers name, not by the order. */
function testable(histories: readonly History[], categories: number, minimum: number): number {
  const both = new Int32Array(categories * categories);
  for (const { categories: named } of histories) {
    const unique = [...new Set(named)];
    for (const first of unique) for (const then of unique) if (first !== then) both[first * categories + then]! += 1;
  }
  return both.reduce((pairs, customers) => pairs + Number(customers >= minimum), 0);
}

function shuffle(values: Int32Array, random: Random): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const value = values[last]!;
    values[last] = values[other]!;
    values[other] = value;
  }
}

function byName(left: Sequence, right: Sequence): number {
  const [one, other] = [`${left.first}\u0000${left.then}`, `${right.first}\u0000${right.then}`];
  return one < other ? -1 : Number(one > other);
}
