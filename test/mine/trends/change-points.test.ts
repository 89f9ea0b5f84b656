import { describe, expect, it } from 'vitest';
import { nightly } from '../../../pipelines/nightly.ts';
import { changePoints } from '../../../src/mine/trends/change-points.ts';
import { segment } from '../../../src/mine/trends/segment.ts';
import { createRandom, type Random } from '../../../src/stats/random.ts';

const dayOf = (at: number): string => new Date(Date.UTC(2026, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);

/** Counts by day: `texts` a day, each naming the category by the chance of its day. */
function daily(days: number, chances: Record<string, (day: number, random: Random) => number>, seed = 1, texts = 80) {
  const random = createRandom(seed);
  const documents = new Map<string, number>();
  const categories = new Map(Object.keys(chances).map((name) => [name, new Map<string, number>()]));
  for (let day = 0; day < days; day++) {
    documents.set(dayOf(day), texts);
    for (const [name, chanceOf] of Object.entries(chances)) {
      const chance = chanceOf(day, random);
      let count = 0;
      for (let text = 0; text < texts; text++) if (random.next() < chance) count += 1;
      if (count > 0) categories.get(name)!.set(dayOf(day), count);
    }
  }
  return { documents, categories };
}

describe('changePoints', () => {
  it('marks the day from which a category is named twice as often, and no other', () => {
    const counts = daily(90, { outage: (day) => (day < 60 ? 0.1 : 0.22), fees: () => 0.1 });
    const [change, ...others] = changePoints(counts, nightly.changes);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ category: 'outage', fromDay: dayOf(0), toDay: dayOf(89) });
    expect(Math.abs(Date.parse(change!.day) - Date.parse(dayOf(60))) / 86_400_000).toBeLessThanOrEqual(2);
    expect(change!.ratio).toBeGreaterThan(1.7);
    expect(change!.ratio).toBeLessThan(2.8);
    expect(change!.beforeTexts + change!.afterTexts).toBe(90 * 80);
  });

  it('finds a rise and a fall in one category, and says where a topic is new', () => {
    const counts = daily(100, {
      both: (day) => (day >= 30 && day < 65 ? 0.25 : 0.08),
      fresh: (day) => (day < 70 ? 0 : 0.15),
    });
    const found = changePoints(counts, nightly.changes);
    expect(found.map(({ category }) => category)).toEqual(['both', 'both', 'fresh']);
    expect(found[0]!.toDay < dayOf(70)).toBe(true);
    expect(found[2]!.ratio).toBeNull();
  });

  it('keeps silent about weekends, a burst of a day, and counts that scatter beyond chance', () => {
    let marked = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const counts = daily(
        112,
        {
          weekend: (day) => ([0, 6].includes(new Date(dayOf(day)).getUTCDay()) ? 0.3 : 0.08),
          burst: (day) => (day === 50 ? 0.5 : 0.1),
          scattered: (_, random) => 0.05 + random.next() * 0.2,
        },
        seed,
      );
      marked += changePoints(counts, nightly.changes).length;
    }
    expect(marked).toBeLessThanOrEqual(3);
  });

  it('marks something in at most one of twenty nights without any change: 200 seeded nights of 20 categories', () => {
    let nightsWithAny = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const names = Array.from({ length: 20 }, (_, at) => [`c${at}`, () => 0.01 + at / 100] as const);
      if (changePoints(daily(60, Object.fromEntries(names), seed, 30), nightly.changes).length > 0) nightsWithAny += 1;
    }
    // 10 of 200 on average at most, 20 at the 99.9 % point.
    expect(nightsWithAny).toBeLessThanOrEqual(20);
  });

  it('looks at weeks where the days are many, and finds nothing in too few', () => {
    const counts = daily(700, { moved: (day) => (day < 350 ? 0.05 : 0.1) }, 1, 20);
    const [change, ...others] = changePoints(counts, nightly.changes);
    expect(others).toEqual([]);
    expect(Math.abs(Date.parse(change!.day) - Date.parse(dayOf(350))) / 86_400_000).toBeLessThanOrEqual(28);
    expect(changePoints(daily(9, { a: () => 0.5 }), nightly.changes)).toEqual([]);
    expect(changePoints({ documents: new Map(), categories: new Map() }, nightly.changes)).toEqual([]);
  });
});

describe('segment', () => {
  it('costs least: no other parting is better', () => {
    const random = createRandom(3);
    for (let round = 0; round < 40; round++) {
      const counts = Array.from({ length: 9 }, (_, at) => random.below(at < 4 ? 4 : 12));
      const exposures = counts.map(() => 1 + random.next());
      const costOf = (starts: number[]): number =>
        starts.reduce((sum, start, at) => {
          const [count, exposure] = [counts, exposures].map((list) =>
            list.slice(start, starts[at + 1] ?? 9).reduce((total, one) => total + one, 0),
          ) as [number, number];
          return sum + (at > 0 ? 3 : 0) + (count === 0 ? 0 : -2 * count * Math.log(count / exposure));
        }, 0);
      const found = costOf(segment(counts, exposures, { price: 3, shortest: 2 }));
      for (let mask = 0; mask < 256; mask++) {
        const starts = [0, ...Array.from({ length: 8 }, (_, at) => at + 1).filter((at) => (mask >> (at - 1)) & 1)];
        if (starts.every((start, at) => (starts[at + 1] ?? 9) - start >= 2)) {
          expect(found).toBeLessThanOrEqual(costOf(starts) + 1e-9);
        }
      }
    }
  });
});
