import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, SqlValue } from '../../../src/store/database.ts';
import type { Understood } from '../../../src/store/intake/save-results.ts';
import { everyText, type TextFilter } from '../../../src/store/read/filter.ts';
import { countCases, listCases } from '../../../src/store/read/list-cases.ts';
import { listTexts } from '../../../src/store/read/list-texts.ts';
import { casesWhere, talliesWhere } from '../../../src/store/read/where.ts';
import { createCorpus, hostile } from '../../api/support/corpus.ts';
import { addTexts, now } from '../../api/support/seed.ts';
import { testDatabases } from '../../support/engines.ts';

const corpus = createCorpus(300);
const dayOf = ({ document }: Understood) => document.receivedAt.toISOString().slice(0, 10);
const names = ({ analysis }: Understood, category: string) =>
  analysis.categories.find((affirmed) => affirmed.category === category);

/** Filters, and what each means, said once more in other words. */
const meanings: [says: string, filter: Partial<TextFilter>, fits: (text: Understood) => boolean][] = [
  ['no condition', {}, () => true],
  ['one category', { categories: ['delivery.late'] }, (t) => names(t, 'delivery.late') !== undefined],
  ['a category above others', { categories: ['delivery'] }, (t) => names(t, 'delivery') !== undefined],
  [
    'two categories at once',
    { categories: ['delivery.late', 'signal.leave'] },
    (t) => names(t, 'delivery.late') !== undefined && names(t, 'signal.leave') !== undefined,
  ],
  [
    'the grade towards a category',
    { categories: ['billing'], categoryGrades: [-2, -1] },
    (t) => [-2, -1].includes(names(t, 'billing')?.sentiment.grade ?? 0),
  ],
  [
    'a facet',
    { facets: ['competitor', 'cause'] },
    (t) => t.analysis.categories.some((c) => /competitor|cause/.test(c.facet)),
  ],
  ['channels', { channels: ['email', 'survey'] }, (t) => t.document.channel !== 'call'],
  ['a language', { languages: ['zh'] }, (t) => t.document.language === 'zh'],
  ['what is understood', { understood: true }, (t) => t.analysis.understood],
  ['what is not understood', { understood: false }, (t) => !t.analysis.understood],
  ['days', { fromDay: '2025-01-10', toDay: '2025-01-12' }, (t) => dayOf(t) >= '2025-01-10' && dayOf(t) <= '2025-01-12'],
  ['grades of the text', { grades: [2, -2] }, (t) => Math.abs(t.analysis.sentiment.grade) === 2],
  ['a customer', { customer: 'C-7' }, (t) => t.document.customerId === 'C-7'],
  ['coded data', { attributes: [['region', 'north']] }, (t) => t.document.attributes.region === 'north'],
  [
    'two pieces of coded data',
    {
      attributes: [
        ['region', 'north'],
        ['plan=50%', 'a=b'],
      ],
    },
    (t) => t.document.attributes.region === 'north' && t.document.attributes['plan=50%'] === 'a=b',
  ],
  ['coded data that is there', { fields: ['nps'] }, (t) => Boolean(t.document.attributes.nps)],
  [
    'coded data within a band of numbers',
    { ranges: [['nps', 0, 6]] },
    (t) => Number(t.document.attributes.nps ?? 'none') <= 6,
  ],
  ['a band of what is no number', { ranges: [['region', 0, 6]] }, () => false],
  ['a word, in any case', { words: 'LAMP' }, (t) => /lamp/i.test(t.document.text)],
  ['a word of the subject', { words: 'order' }, (t) => /order/i.test(`${t.document.subject} ${t.document.text}`)],
  ['two words', { words: 'kettle  parcel' }, (t) => /kettle/i.test(t.document.text) && /parcel/i.test(t.document.text)],
  ['a word in Chinese', { words: '晚到' }, (t) => t.document.text.includes('晚到')],
  ['signs that SQL would read otherwise', { words: '%' }, (t) => t.document.text.includes('%')],
  ['markup', { words: '<script>alert("x")</script><img' }, (t) => t.document.text.includes(hostile)],
  ['a quote', { words: `"x"` }, (t) => t.document.text.includes('"x"')],
  ['a department', { teams: ['logistics'] }, (t) => t.route?.team === 'logistics'],
  ['a state', { caseStates: ['open'] }, (t) => t.route !== null],
  ['a priority', { priorities: ['urgent', 'high'] }, (t) => /urgent|high/.test(t.route?.priority ?? '')],
  [
    'what is overdue',
    { overdueAt: new Date('2025-02-01T00:00:00Z') },
    (t) => t.route !== null && t.route.dueAt < new Date('2025-02-01T00:00:00Z'),
  ],
  [
    'much at once',
    { categories: ['delivery'], channels: ['email'], teams: ['logistics'], grades: [-1, -2], fromDay: '2025-01-15' },
    (t) =>
      names(t, 'delivery') !== undefined &&
      t.document.channel === 'email' &&
      t.route?.team === 'logistics' &&
      t.analysis.sentiment.grade < 0 &&
      dayOf(t) >= '2025-01-15',
  ],
];

describe.each(testDatabases())('a filter, on $name', ({ open }) => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ database, drop } = await open());
    await addTexts(database, corpus);
  });
  afterAll(() => drop());

  it.each(meanings)('finds and counts by %s', async (_, filter, fits) => {
    const expected = corpus.filter(fits).map(({ document }) => document.text);
    const { found, texts } = await listTexts(database, { ...everyText, ...filter }, { after: null, limit: 1000 });
    expect(texts.map(({ text }) => text).sort()).toEqual(expected.sort());
    expect(found).toBe(expected.length);
  });

  it('means something by nearly all of these', () => {
    const sizes = meanings.map(([, , fits]) => corpus.filter(fits).length);
    expect(sizes.filter((size) => size === 0).length).toBeLessThanOrEqual(2);
  });

  it.each(meanings)('counts and lists the cases of the texts by %s', async (_, filter, fits) => {
    const expected = corpus.filter((text) => fits(text) && text.route !== null).map(({ document }) => document.text);
    const whole = { ...everyText, ...filter };
    const cases = await listCases(database, whole, { after: null, limit: 1000 });
    expect(cases.map(({ text }) => text).sort()).toEqual(expected.sort());
    expect(await countCases(database, whole)).toBe(expected.length);
  });

  it('leaves out what has come in after `through`', async () => {
    const all = await listTexts(database, everyText, { after: null, limit: 1000 });
    const ids = all.texts.map(({ id }) => id).sort((a, b) => a - b);
    const through = ids[99] ?? 0;
    const { found, texts } = await listTexts(database, { ...everyText, through }, { after: null, limit: 1000 });
    expect(found).toBe(100);
    expect(Math.max(...texts.map(({ id }) => id))).toBe(through);
  });

  it.each([everyText, { ...everyText, words: 'parcel' }])(
    'lists page by page in one order, newest day first',
    async (filter) => {
      const whole = (await listTexts(database, filter, { after: null, limit: 1000 })).texts;
      const paged: number[] = [];
      for (let after: number | null = null; ; after = paged.at(-1) ?? null) {
        const { texts } = await listTexts(database, filter, { after, limit: 37 });
        if (texts.length === 0) break;
        paged.push(...texts.map(({ id }) => id));
      }
      expect(paged).toEqual(whole.map(({ id }) => id));
      const days = whole.map(({ receivedAt }) => receivedAt.toISOString().slice(0, 10));
      expect(days).toEqual(days.toSorted().reverse());
    },
  );

  it('lists cases page by page, the soonest due first', async () => {
    const whole = await listCases(database, everyText, { after: null, limit: 1000 });
    const paged: number[] = [];
    for (let after: number | null = null; ; after = paged.at(-1) ?? null) {
      const cases = await listCases(database, everyText, { after, limit: 11 });
      if (cases.length === 0) break;
      paged.push(...cases.map(({ id }) => id));
    }
    expect(paged).toEqual(whole.map(({ id }) => id));
    const due = whole.map(({ dueAt }) => dueAt.getTime());
    expect(due).toEqual(due.toSorted((a, b) => a - b));
  });
});

describe('a filter as SQL', () => {
  it('puts no value into the text of a statement', () => {
    const params: SqlValue[] = [];
    const evil = `'; drop table documents; --`;
    const sql = casesWhere(
      {
        ...everyText,
        categories: [evil],
        words: evil,
        customer: evil,
        attributes: [[evil, evil]],
        fields: [evil],
        ranges: [[evil, 0, 1]],
        teams: [evil],
      },
      params,
    );
    expect(sql).not.toContain('drop');
    expect(params.flat().filter((value) => String(value).includes('drop')).length).toBeGreaterThan(4);
  });

  it('refuses to ask the tallies what they do not know', () => {
    expect(() => talliesWhere({ ...everyText, words: 'x' }, [])).toThrow('the filter sets "words" as well');
    expect(() => talliesWhere({ ...everyText, overdueAt: now }, [])).toThrow('overdueAt');
    expect(talliesWhere({ ...everyText, channels: ['email'] }, [])).toContain('t.channel');
  });
});
