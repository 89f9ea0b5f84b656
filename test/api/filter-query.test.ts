import { describe, expect, it } from 'vitest';
import { type FilterQuery, filterParameters, readFilter, writeFilter } from '../../src/api/filter-query.ts';
import { everyText, type TextFilter } from '../../src/store/read/filter.ts';

/** Every condition set at once, with what is awkward in an address. */
const everything: TextFilter = {
  categories: ['delivery.late', 'signal.wish & more'],
  categoryGrades: [-2, 1],
  facets: ['topic', 'signal'],
  channels: ['email', 'call'],
  languages: ['zh', 'und'],
  understood: false,
  fromDay: '2025-01-10',
  toDay: '2025-02-28',
  grades: [-1, 0],
  customer: 'Zoë + 50% <x>',
  attributes: [
    ['plan=50%', 'a=b&c'],
    ['région', '北'],
  ],
  covered: false,
  found: '12/topics/3',
  fields: ['plan=50%', 'région'],
  ranges: [['a=b', -1.5, 24]],
  words: 'late "parcel" 晚到',
  teams: ['front desk'],
  caseStates: ['open', 'closed'],
  priorities: ['urgent'],
  overdueAt: new Date('2025-02-10T12:00:00.000Z'),
  after: 90,
  labelsAt: 12,
  relabelled: { cause: 'model', added: false, from: 3, to: 12, categories: ['a b', 'c%d'] },
  through: 12345,
};

/** As the server's schema would hand it over. */
function queryOf(search: string): FilterQuery {
  const parameters = new URLSearchParams(search);
  const numbers = ['categoryGrade', 'grade'];
  const single = ['understood', 'from', 'to', 'customer', 'q', 'found', 'overdueAt', 'relabelled'];
  const whole = ['arrivedAfter', 'labelsAt', 'through'];
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name).map((value) => (numbers.includes(name) ? Number(value) : value));
      if (name === 'understood' || name === 'covered') return [name, values[0] === 'true'];
      if (whole.includes(name)) return [name, Number(values[0])];
      return [name, single.includes(name) ? values[0] : values];
    }),
  );
}

describe('a filter in an address', () => {
  it('comes back as it went in, whatever its values hold', () => {
    expect(readFilter(queryOf(writeFilter(everything)))).toEqual(everything);
  });

  it('says every condition that a filter can set', () => {
    const written = new Set(filterParameters(everything).map(([name]) => name));
    expect(written.size).toBe(Object.keys(everyText).length);
  });

  it('is empty for every text', () => {
    expect(writeFilter(everyText)).toBe('');
    expect(readFilter({})).toEqual(everyText);
  });

  it.each(['2025-02-30', '2025-13-01'])('refuses %s, which no calendar has', (from) => {
    expect(() => readFilter({ from })).toThrow(
      `from is "${from}", which is no day of the calendar; write it as 2025-03-31.`,
    );
  });
});
