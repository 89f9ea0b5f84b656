import { describe, expect, it } from 'vitest';
import { type DailyCounts, trendsOfDay, trendsOfWeek } from '../../../src/mine/trends/trends.ts';
import { createRandom, type Random } from '../../../src/stats/random.ts';

const dayAfter = (first: string, days: number): string =>
  new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const days = Array.from({ length: 91 }, (_, index) => dayAfter('2026-01-01', index));
const today = days[90]!;
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Daily counts with as many texts a day as asked, and each category's count by a rule. */
function daily(
  texts: (day: string) => number,
  rules: Record<string, (day: string, texts: number) => number>,
): DailyCounts {
  const documents = new Map(days.map((day) => [day, texts(day)]));
  const categories = new Map(
    Object.entries(rules).map(([category, rule]) => [
      category,
      new Map(days.map((day) => [day, rule(day, documents.get(day)!)])),
    ]),
  );
  return { documents, categories };
}

function binomial(random: Random, trials: number, chance: number): number {
  let hits = 0;
  for (let trial = 0; trial < trials; trial++) if (random.next() < chance) hits += 1;
  return hits;
}

describe('trendsOfDay', () => {
  it('finds a burst, first in the list, and leaves the steady ones alone', () => {
    const random = createRandom(1);
    const steady = (chance: number) => (_day: string, texts: number) => binomial(random, texts, chance);
    const counts = daily(() => 200, {
      fees: steady(0.1),
      app: steady(0.05),
      outage: (day, texts) => binomial(random, texts, day === today ? 0.2 : 0.04),
    });
    const [first, ...others] = trendsOfDay(counts, today, 90);
    expect(first).toMatchObject({ category: 'outage', day: today });
    expect(first!.expected).toBeCloseTo(8, 0);
    expect(first!.indicator).toBeGreaterThan(3);
    expect(first!.q).toBeLessThan(1e-6);
    expect(others.every(({ q }) => q > 0.05)).toBe(true);
  });

  it('does not alarm at a weekday that is always busy, nor at a day with more texts', () => {
    const random = createRandom(2);
    const counts = daily((day) => (day === today ? 900 : 300), {
      // The day looked at is a Wednesday, and this category is named on Wednesdays.
      delivery: (day, texts) => binomial(random, texts, weekday(day) === weekday(today) ? 0.2 : 0.02),
      fees: (_day, texts) => binomial(random, texts, 0.1),
    });
    for (const { observed, expected, q } of trendsOfDay(counts, today, 90)) {
      expect(Math.abs(observed / expected - 1)).toBeLessThan(0.3);
      expect(q).toBeGreaterThan(0.05);
    }
  });

  it('asks more of a category that has always scattered', () => {
    const random = createRandom(3);
    const wild = (day: string): number => (day === today ? 40 : random.below(41));
    const calm = (day: string): number => (day === today ? 40 : 18 + random.below(5));
    const found = new Map(
      trendsOfDay(
        daily(() => 500, { wild, calm }),
        today,
        90,
      ).map((trend) => [trend.category, trend]),
    );
    expect(found.get('wild')!.indicator).toBeGreaterThan(3);
    expect(found.get('wild')!.q).toBeGreaterThan(0.05);
    expect(found.get('calm')!.q).toBeLessThan(0.01);
  });

  it('sees a category that was never named before, and one that falls silent', () => {
    const found = trendsOfDay(
      daily(() => 100, {
        novel: (day) => (day === today ? 12 : 0),
        lost: (day) => (day === today ? 0 : 30),
        never: () => 0,
      }),
      today,
      90,
    );
    expect(found.map(({ category }) => category).sort()).toEqual(['lost', 'novel']);
    for (const { q } of found) expect(q).toBeLessThan(1e-6);
    expect(found.find(({ category }) => category === 'lost')!.indicator).toBeLessThan(-3);
  });

  it('keeps the rate of false alarms over 200 seeded pasts without any trend', () => {
    let withAny = 0;
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(1000 + seed);
      const rules = Object.fromEntries(
        Array.from({ length: 15 }, (_, index) => [
          `c${index}`,
          (_day: string, texts: number) => binomial(random, texts, 0.01 * (index + 1)),
        ]),
      );
      if (
        trendsOfDay(
          daily((day) => (weekday(day) % 6 === 0 ? 20 : 60), rules),
          today,
          90,
        ).some(({ q }) => q <= 0.05)
      )
        withAny += 1;
    }
    expect(withAny).toBeLessThanOrEqual(19);
  });

  it('gives finite numbers from a past of one day, and nothing from no past or no texts', () => {
    const documents = new Map([
      [days[89]!, 3],
      [today, 5],
    ]);
    const counts = {
      documents,
      categories: new Map([
        [
          'a',
          new Map([
            [days[89]!, 3],
            [today, 5],
          ]),
        ],
      ]),
    };
    for (const trend of trendsOfDay(counts, today, 90)) {
      for (const value of Object.values(trend)) if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
    }
    expect(trendsOfDay(counts, today, 90)).toHaveLength(1);
    expect(trendsOfDay(counts, days[89]!, 90)).toEqual([]);
    expect(trendsOfDay(counts, '2030-01-01', 90)).toEqual([]);
  });

  it('refuses what is no day and no window', () => {
    const counts = { documents: new Map(), categories: new Map() };
    expect(() => trendsOfDay(counts, '31.3.2026', 90)).toThrow('"31.3.2026" is no day');
    expect(() => trendsOfDay(counts, today, 0)).toThrow('The past is 0 days');
  });
});

describe('trendsOfWeek', () => {
  it('finds a rise too small for any one day, and one that ended', () => {
    const random = createRandom(5);
    const inLastWeek = (day: string): boolean => day > days[83]!;
    const counts = daily(() => 8, {
      outage: (day, texts) => binomial(random, texts, inLastWeek(day) ? 0.35 : 0.05),
      fees: (_day, texts) => binomial(random, texts, 0.2),
      strike: (day, texts) => (inLastWeek(day) ? 0 : binomial(random, texts, 0.4)),
    });
    const found = trendsOfWeek(counts, today, 11);
    const moved = found.filter(({ q }) => q <= 0.01);
    expect(moved.map(({ category, indicator }) => [category, Math.sign(indicator)]).sort()).toEqual([
      ['outage', 1],
      ['strike', -1],
    ]);
    expect(found[0]).toMatchObject({ day: today, days: 7 });
    const week = days.slice(84);
    for (const { category, observed } of found) {
      expect(observed).toBe(week.reduce((sum, day) => sum + counts.categories.get(category)!.get(day)!, 0));
    }
  });

  it('expects of a week what as many texts held before, whatever the weekdays', () => {
    const counts = daily((day) => (weekday(day) === 0 ? 2 : 20), {
      // Named on Sundays only, in every text.
      church: (day, texts) => (weekday(day) === 0 ? texts : 0),
    });
    const [church] = trendsOfWeek(counts, today, 11);
    expect(church!.observed).toBe(2);
    // (22 + ½)/1342 of 122 texts: Jeffreys' half text is all that is added.
    expect(church!.expected).toBeCloseTo((22.5 / 1342) * 122, 10);
    expect(church!.q).toBeGreaterThan(0.5);
  });

  it('says nothing without a past, and refuses a past of no week', () => {
    const counts = daily((day) => (day > days[83]! ? 5 : 0), { a: (_day, texts) => texts });
    expect(trendsOfWeek(counts, today, 11)).toEqual([]);
    expect(() => trendsOfWeek(counts, today, 0)).toThrow('The past is 0 weeks');
  });
});
