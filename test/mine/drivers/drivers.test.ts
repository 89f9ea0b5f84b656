import { describe, expect, it } from 'vitest';
import { nightly } from '../../../pipelines/nightly.ts';
import { createTextRows } from '../../../src/mine/coded/text-rows.ts';
import { drivers } from '../../../src/mine/drivers/drivers.ts';
import { createRandom } from '../../../src/stats/random.ts';
import type { Driver } from '../../../src/types/findings.ts';

interface Text {
  categories: string[];
  fields: Record<string, string>;
  sentiment: number;
}

function driversOf(texts: Text[]): Driver[] {
  const rows = createTextRows(nightly.coded);
  for (const [at, text] of texts.entries()) rows.add({ ...text, customer: `c${at}` });
  return drivers(rows, rows.coded(), nightly.drivers, (category) => !category.startsWith('signal.'));
}

/** Waiting annoys everywhere; the app is named by those who wait, and annoys nobody by itself; the south is happier. */
function world(seed: number, texts: number, effects = { wait: -0.4, south: 0.2 }): Text[] {
  const random = createRandom(seed);
  return Array.from({ length: texts }, () => {
    const wait = random.next() < 0.3;
    const app = random.next() < (wait ? 0.6 : 0.1);
    const south = random.next() < 0.4;
    const noise = (random.next() - 0.5) * 0.6;
    return {
      categories: [wait && 'wait', app && 'app', wait && 'signal.complaint'].filter((name) => name !== false),
      fields: { region: south ? 'south' : 'north', nps: wait ? '2' : '9' },
      sentiment: (wait ? effects.wait : 0) + (south ? effects.south : 0) + noise,
    };
  });
}

describe('drivers', () => {
  it('finds what moves satisfaction, and clears what only comes along with it', () => {
    const found = driversOf(world(1, 3000));
    const wait = found.find(({ category }) => category === 'wait')!;
    expect(found[0]).toBe(wait);
    expect(wait.lower).toBeLessThan(-0.4);
    expect(wait.upper).toBeGreaterThan(-0.4);
    expect(wait.upper).toBeLessThan(-0.3);
    expect(wait.impact).toBeCloseTo((wait.effect * wait.texts) / 3000, 12);
    const app = found.find(({ category }) => category === 'app')!;
    expect(app.lower).toBeLessThan(0);
    expect(app.upper).toBeGreaterThan(0);
    expect(app.q).toBeGreaterThan(0.05);
    const south = found.find(({ value }) => value?.label === 'south')!;
    expect(south.effect).toBeCloseTo(0.2, 1);
  });

  it('weighs neither signals nor ratings: they say how satisfied somebody is, not why', () => {
    const found = driversOf(world(1, 1000));
    expect(found.some(({ category }) => category === 'signal.complaint')).toBe(false);
    expect(found.some(({ value }) => value?.field === 'nps')).toBe(false);
  });

  it('its intervals hold the truth as often as they say, and nothing is found where nothing is', () => {
    let [held, alarms] = [0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const wait = driversOf(world(seed, 300)).find(({ category }) => category === 'wait')!;
      if (wait.lower <= -0.4 && wait.upper >= -0.4) held += 1;
      if (driversOf(world(seed, 300, { wait: 0, south: 0 })).some(({ q }) => q <= 0.05)) alarms += 1;
    }
    // 99 % of 200 is 198, 193 at the 0.1 % point; 5 % is 10, 20 at the 99.9 % point.
    expect(held).toBeGreaterThanOrEqual(193);
    expect(alarms).toBeLessThanOrEqual(20);
  });

  it('says nothing of too few texts, of none, or of a category in every text', () => {
    expect(driversOf([])).toEqual([]);
    expect(driversOf(world(1, 25))).toEqual([]);
    const everywhere = world(1, 400).map((text) => ({ ...text, categories: [...text.categories, 'all'] }));
    const found = driversOf(everywhere);
    expect(found.some(({ category }) => category === 'all')).toBe(false);
    expect(found.flatMap((driver) => Object.values(driver)).every((value) => !Number.isNaN(value))).toBe(true);
  });
});
