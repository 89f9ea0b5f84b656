import { describe, expect, it } from 'vitest';
import { nightly } from '../../../pipelines/nightly.ts';
import { createCrossSellWatch } from '../../../src/mine/newcomers/cross-sell.ts';
import { createNameWatch } from '../../../src/mine/newcomers/name-watch.ts';
import { newcomers } from '../../../src/mine/newcomers/newcomers.ts';
import { createRandom } from '../../../src/stats/random.ts';
import type { Newcomer } from '../../../src/types/findings.ts';

const settings = { ...nightly.newcomers, falseDiscoveries: 0.05 };
const day = '2026-03-31';
const dayOf = (back: number) => new Date(Date.parse(day) - back * 86_400_000).toISOString().slice(0, 10);

interface Said {
  text: string;
  back: number;
  customer?: string;
}

function newcomersOf(said: Said[], known: string[] = [], people: string[] = []): Newcomer[] {
  const watch = createNameWatch(settings);
  const documents = new Map<string, number>();
  for (const [id, { text, back, customer = `c${id}` }] of said.entries()) {
    documents.set(dayOf(back), (documents.get(dayOf(back)) ?? 0) + 1);
    watch.add({ id, day: dayOf(back), customer, sentences: [{ start: 0, end: text.length, text }] });
  }
  return newcomers(watch.names(), documents, day, settings, {
    isKnown: (name) => known.includes(name),
    couldBeOrganisation: (name) => !people.includes(name),
  });
}

const plain = (count: number): Said[] =>
  Array.from({ length: count }, (_, at) => ({ text: 'The bill was wrong again, and nobody answered.', back: at % 90 }));

describe('newcomers', () => {
  it('finds a name after words of switching, with the first sentence that named it, whoever wrote it', () => {
    const [found, ...others] = newcomersOf([
      ...plain(50),
      { text: 'My neighbour moved to Fern & Link and pays half.', back: 20 },
      { text: 'It is cheaper at Fern & Link, I hear.', back: 31 },
      { text: "We are already with the Fern & Link's fibre.", back: 3 },
    ]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ name: 'Fern & Link', customers: 3, switching: 3, first: { day: dayOf(31) } });
  });

  it('finds a name that rises beyond its past, and not one as frequent as ever', () => {
    const said = Array.from({ length: 180 }, (_, at) => ({
      text: `The box ${at % 4 === 0 ? 'by Oldname' : ''} ${at >= 150 ? 'runs Glowbird now' : ''} is fine.`,
      back: Math.floor((179 - at) / 2),
    }));
    const found = newcomersOf(said);
    expect(found.map(({ name }) => name)).toEqual(['Glowbird']);
    expect(found[0]!.q).toBeLessThan(0.001);
    expect(found[0]!.recentObserved).toBe(30);
  });

  it('leaves out what is known, people, one customer alone, words mostly written small, shouting and beginnings', () => {
    const twice = (text: string): Said[] => [
      { text, back: 2 },
      { text: `${text} Really.`, back: 1 },
    ];
    const said = [
      ...plain(30),
      ...twice('I moved to Brightwave last week.'),
      ...twice('I am switching to Sarah at the desk.'),
      ...twice('I will switch to Broadband soon.'),
      ...Array.from({ length: 9 }, () => ({ text: 'my broadband and more broadband', back: 5 })),
      ...twice('I HAVE MOVED TO SOMEBODY ELSE NOW'),
      ...twice('Yesterday it rained.'),
      { text: 'We moved to Solo.', back: 3, customer: 'one' },
      { text: 'Yes, moved to Solo.', back: 2, customer: 'one' },
    ];
    expect(newcomersOf(said, ['brightwave'], ['Sarah'])).toEqual([]);
  });

  it('raises a name in few of 200 stores where names come by chance', () => {
    let storesWithAny = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const random = createRandom(seed);
      const said = Array.from({ length: 150 }, () => ({
        text: `I spoke with ${['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elder'][random.below(5)]} about it.`,
        back: random.below(90),
      }));
      if (newcomersOf(said).length > 0) storesWithAny += 1;
    }
    // 10 of 200 on average at most, 20 at the 99.9 % point.
    expect(storesWithAny).toBeLessThanOrEqual(20);
  });

  it('finds nothing in nothing', () => {
    expect(newcomersOf([])).toEqual([]);
  });
});

describe('createCrossSellWatch', () => {
  it('collects what is asked for, in any form, with how it is asked and who asked first', () => {
    const watch = createCrossSellWatch(nightly.newcomers);
    const said = [
      'Do you also sell home insurance?',
      'I wish you had a home insurance, honestly.',
      'do you offer home insurances',
      'Is there a plan that covers Mexico?',
      'Do you have any?',
      'I also have a home.',
    ];
    for (const [id, text] of said.entries()) {
      watch.add({ id, day, customer: `c${id}`, sentences: [{ start: 0, end: text.length, text }] });
    }
    const [found, ...others] = watch.cues();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ asked: 'home insurance', documents: [0, 1, 2], first: { document: 0 } });
    expect(found!.phrases).toEqual(['do you also', 'do you offer', 'wish you had']);
  });
});
