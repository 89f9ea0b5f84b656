import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type CustomerText, readCustomerTexts, samples } from './customer-texts.ts';

const texts = await readCustomerTexts();
const surveyed = texts.filter(({ channel }) => channel === 'survey');

/** Words by which a reader of the raw texts sees what they are about; mistyped ones are missed. */
const about = {
  engineer: /engineer|appointment|工程师/i,
  installation: /install|安装/i,
  priceRise: /price (?:rise|increase|hike)|increase in price|prices? (?:goes|gone|went)? ?up|my price up|涨价/i,
  leave:
    /\bleaving|\bleave (?:you|larkfield|without)|\bcancel(?:ling)?\b|\bswitch(?:ing)?\b|terminate|want to leave|换公司|取消合同/i,
  rival: /brightwave|nimbus|quillnet|peppercorn|fernlink/i,
  waiting: /on hold|queue|waiting time|get through|nobody answers/i,
  bill: /overcharg|\bbill|charged twice|charge of/i,
  router: /router/i,
  help: /helpful|patient|fantastic|brilliant help|great help|lovely help|stayed on the line|friendly/i,
  roaming: /roam/i,
  tvFreezing: /(?=.*\b(?:tv|picture|channels)\b)(?=.*(?:freez|froze|pixel|breaks up))/is,
  scam: /scam|phish|fraud/i,
  loop: /\bloop\b|\bpods?\b/i,
  outage: /outage|\bdown\b|no (?:internet|broadband)|offline|lost the internet/i,
  delivery: /deliver|handset|courier|dispatched/i,
  refund: /refund|money back|my money/i,
};
type Subject = keyof typeof about;

const speaksOf = (subject: Subject) => (text: CustomerText) => about[subject].test(text.text);
const count = (list: CustomerText[], ...tests: ((text: CustomerText) => boolean)[]) =>
  list.filter((text) => tests.every((test) => test(text))).length;

/** Observed over expected. */
function lift(
  list: CustomerText[],
  one: (text: CustomerText) => boolean,
  two: (text: CustomerText) => boolean,
): number {
  return (count(list, one, two) * list.length) / (count(list, one) * count(list, two));
}

test.each<[Subject, Subject, number, number]>([
  ['engineer', 'installation', 20, 6],
  ['priceRise', 'leave', 28, 6],
  ['priceRise', 'rival', 20, 5],
  ['leave', 'rival', 25, 6],
  ['waiting', 'bill', 20, 4],
  ['router', 'help', 9, 4],
])(
  '%s and %s come together in at least %i texts, more than %i times as often as by chance',
  (one, two, together, times) => {
    expect(count(texts, speaksOf(one), speaksOf(two))).toBeGreaterThanOrEqual(together);
    expect(lift(texts, speaksOf(one), speaksOf(two))).toBeGreaterThan(times);
  },
);

test('those who name a price rise and a wish to leave and a rival are at least 15', () => {
  expect(count(texts, speaksOf('priceRise'), speaksOf('leave'), speaksOf('rival'))).toBeGreaterThanOrEqual(15);
});

test.each<[Subject, string, string]>([
  ['roaming', 'age', '18-24'],
  ['tvFreezing', 'region', 'Wales'],
  ['scam', 'age', '65+'],
])('answers about %s come from %s %s more than twice as often as by chance', (subject, column, value) => {
  const inGroup = (text: CustomerText) => text.attributes[column] === value;
  expect(lift(surveyed, speaksOf(subject), inGroup)).toBeGreaterThan(2);
});

describe('the emerging topic', () => {
  const loops = texts.filter(speaksOf('loop'));
  const inWeek = (from: string, to: string) => loops.filter(({ day }) => day >= from && day <= to).length;

  test('is unheard of before 26 October, and grows week by week', () => {
    expect(inWeek('2026-08-18', '2026-10-25')).toBe(0);
    const weeks = [
      inWeek('2026-10-26', '2026-11-01'),
      inWeek('2026-11-02', '2026-11-08'),
      inWeek('2026-11-09', '2026-11-15'),
    ];
    expect(weeks).toEqual([3, 8, 16]);
  });

  test('does without the everyday words of telecoms', () => {
    const everyday = /router|wi-?fi|broadband|internet|signal|outage|\bbill|roaming/i;
    expect(loops.filter(({ text }) => everyday.test(text)).map(({ source }) => source)).toEqual([]);
  });
});

test('on 7 October the North West reports an outage, more than on the next five days together that are worst', () => {
  const days = new Map<string, number>();
  for (const { day } of texts.filter(speaksOf('outage'))) days.set(day, (days.get(day) ?? 0) + 1);
  const [worst, ...others] = [...days].sort((a, b) => b[1] - a[1]);
  expect(worst?.[0]).toBe('2026-10-07');
  expect(worst?.[1]).toBeGreaterThan(others.slice(0, 5).reduce((sum, [, number]) => sum + number, 0));
  const answers = surveyed.filter((text) => text.day === '2026-10-07' && speaksOf('outage')(text));
  expect(new Set(answers.map(({ attributes }) => attributes.region))).toEqual(new Set(['North West']));
});

test('Mondays bring more than twice as many texts as Sundays, and no calls come on Sundays', () => {
  const on = (weekday: number) => texts.filter(({ receivedAt }) => receivedAt.getUTCDay() === weekday);
  expect(on(1).length).toBeGreaterThan(on(0).length * 2);
  expect(on(0).filter(({ channel }) => channel === 'call')).toEqual([]);
});

test('the newcomer is unheard of before 12 October, named by at least 8 later, and in no vocabulary', () => {
  const named = texts.filter(({ text }) => /fernlink/i.test(text));
  expect(named.length).toBeGreaterThanOrEqual(8);
  expect(named.filter(({ day }) => day < '2026-10-12')).toEqual([]);
  const taxonomy = readFileSync(join(samples, '../models/taxonomies/telecoms/taxonomy.yaml'), 'utf8');
  expect(taxonomy).not.toMatch(/fernlink/i);
  for (const rival of ['brightwave', 'nimbus mobile', 'quillnet', 'peppercorn mobile'])
    expect(taxonomy).toContain(rival);
});

describe('customers', () => {
  const histories = new Map<string, CustomerText[]>();
  for (const text of texts)
    if (text.customer) histories.set(text.customer, [...(histories.get(text.customer) ?? []), text]);

  test('come back: at least 100 are met more than once, and 60 through different channels', () => {
    const lists = [...histories.values()];
    expect(lists.filter((list) => list.length > 1).length).toBeGreaterThanOrEqual(100);
    expect(lists.filter((list) => new Set(list.map(({ channel }) => channel)).size > 1).length).toBeGreaterThanOrEqual(
      60,
    );
  });

  test('at least six go from a late delivery to a refund to a rival, in this order', () => {
    const chains = [...histories.values()].filter((list) => {
      const delivery = list.findIndex(speaksOf('delivery'));
      const refund = list.findIndex((text, place) => delivery >= 0 && place > delivery && speaksOf('refund')(text));
      return refund > 0 && list.some((text, place) => place > refund && speaksOf('rival')(text));
    });
    expect(chains.length).toBeGreaterThanOrEqual(6);
  });
});

describe('the labels', () => {
  type Row = { source: string; complains_about: string; praises: string };
  const rows = parseCsv(readFileSync(join(samples, 'labels.csv')), { columns: true }) as Row[];
  const topics = rows.map((row) => new Set(`${row.complains_about} ${row.praises}`.split(' ').filter(Boolean)));

  test('name every text once', () => {
    expect(new Set(rows.map(({ source }) => source.split('/').at(-1)))).toEqual(
      new Set(texts.map(({ source }) => source)),
    );
    expect(rows.length).toBe(texts.length);
  });

  test('bear out the figures of the README', () => {
    const readme = readFileSync(join(samples, 'README.md'), 'utf8');
    const lines = [...readme.matchAll(/^\| (\w+) × (\w+) \| (\d+) \| (\d+) \| (\d+) \| ([\d.]+) \|/gm)];
    expect(lines.length).toBeGreaterThanOrEqual(6);
    for (const [, one = '', two = '', ...figures] of lines) {
      const has = (...names: string[]) => topics.filter((set) => names.every((name) => set.has(name))).length;
      const expected = ((has(one) * has(two)) / rows.length).toFixed(1);
      expect([one, two, ...figures]).toEqual([one, two, `${has(one)}`, `${has(two)}`, `${has(one, two)}`, expected]);
    }
    expect(readme).toContain(`${rows.length} texts`);
  });
});
