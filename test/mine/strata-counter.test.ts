import { describe, expect, it } from 'vitest';
import { createStrataCounter } from '../../src/mine/strata-counter.ts';

const pairs = [
  { antecedent: 'late', consequent: 'refund' },
  { antecedent: 'fees', consequent: 'late' },
];

describe('createStrataCounter', () => {
  it('counts a pair within each value of each field', () => {
    const counter = createStrataCounter(pairs, 12);
    counter.add(['late', 'refund'], { region: 'north', age: '18-34' });
    counter.add(['refund', 'late', 'fees'], { region: 'north', age: '' });
    counter.add(['late'], { region: 'south', age: '35-54' });
    counter.add([], { region: 'south' });
    expect(counter.fields).toEqual(['age', 'region']);
    expect(counter.strata(0, 'region')).toEqual([
      { value: 'north', documents: 2, antecedentCount: 2, consequentCount: 2, observed: 2 },
      { value: 'south', documents: 2, antecedentCount: 1, consequentCount: 0, observed: 0 },
    ]);
    expect(counter.strata(1, 'region')[0]).toMatchObject({ antecedentCount: 1, consequentCount: 2, observed: 1 });
    expect(counter.strata(0, 'age')).toEqual([
      { value: '18-34', documents: 1, antecedentCount: 1, consequentCount: 1, observed: 1 },
      { value: '35-54', documents: 1, antecedentCount: 1, consequentCount: 0, observed: 0 },
    ]);
  });

  it('passes over fields of a single value, and of too many', () => {
    const counter = createStrataCounter(pairs, 3);
    for (let at = 0; at < 50_000; at++) counter.add(['late'], { all: 'one', id: `n${at}`, few: `v${at % 3}` });
    expect(counter.fields).toEqual(['few']);
    expect(counter.strata(0, 'id')).toEqual([]);
  });

  it('keeps its memory where the names of fields are without end, and knows no field of a prototype', () => {
    const counter = createStrataCounter(pairs, 3);
    counter.add(['late'], JSON.parse('{"__proto__":"a","constructor":"b"}'));
    counter.add(['late'], JSON.parse('{"__proto__":"b","constructor":"b"}'));
    for (let at = 0; at < 1000; at++) counter.add(['late'], { [`f${at}`]: `${at % 2}` });
    for (let at = 0; at < 1000; at++) counter.add(['late'], { [`f${at}`]: `${(at + 1) % 2}` });
    expect(counter.fields.length).toBeLessThanOrEqual(100);
    expect(counter.fields).toContain('__proto__');
  });
});
