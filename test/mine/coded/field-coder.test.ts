import { describe, expect, it } from 'vitest';
import { nightly } from '../../../pipelines/nightly.ts';
import { createFieldCoder } from '../../../src/mine/coded/field-coder.ts';

function coded(texts: Record<string, string>[]) {
  const coder = createFieldCoder(nightly.coded);
  const codes = texts.map((fields) => coder.code(fields));
  const found = coder.finish();
  const named = codes.map((list) =>
    list.flatMap((code) => {
      const value = found.values[found.valueOfCode[code]!];
      return value ? [`${value.field} ${value.label}`] : [];
    }),
  );
  return { ...found, named };
}

const range = (length: number) => Array.from({ length }, (_, at) => at);

describe('createFieldCoder', () => {
  it('keeps words as they are, and leaves empty values out', () => {
    const { fields, named } = coded([{ region: 'north' }, { region: 'south' }, { region: '' }, {}]);
    expect(fields).toEqual(['region']);
    expect(named).toEqual([['region north'], ['region south'], [], []]);
  });

  it('puts ages into the bands that all know, and recommendation scores into theirs', () => {
    const { values, named } = coded(
      range(300).map((at) => ({ age: String(18 + (at % 70)), nps_score: String(at % 11), 'Age group': '18-34' })),
    );
    expect(values.filter(({ field }) => field === 'age').map(({ label }) => label)).toEqual([
      ...['18 to 24', '25 to 34', '35 to 44', '45 to 54', '55 to 64', '65 to 87'],
    ]);
    expect(values.filter(({ field }) => field === 'nps_score').map(({ label }) => label)).toEqual([
      ...['0 to 6', '7 to 8', '9 to 10'],
    ]);
    expect(named[7]).toEqual(['age 25 to 34', 'nps_score 7 to 8']);
  });

  it('parts other numbers into five bands of about as many texts each, which cover them all', () => {
    const { values, named } = coded(range(1000).map((at) => ({ spend: String((at * 37) % 200) })));
    expect(values.map(({ low, high }) => [low, high])).toEqual([
      ...[
        [0, 39],
        [40, 79],
        [80, 119],
        [120, 159],
        [160, 199],
      ],
    ]);
    expect(named.every((list) => list.length === 1)).toBe(true);
  });

  it('keeps a few numbers and words side by side', () => {
    const { values } = coded(range(90).map((at) => ({ rating: at % 6 === 5 ? 'none' : String(at % 6) })));
    expect(values.map(({ label }) => label)).toEqual(['0', '1', '2', '3', '4', 'none']);
  });

  it('says why it passes over 50,000 towns, a number of its own for each order, and numbers without end', () => {
    const { fields, skipped } = coded(
      range(50_000).map((at) => ({
        town: `town ${at}`,
        amount: String(at % 9000),
        region: at % 2 ? 'north' : 'south',
      })),
    );
    expect(fields).toEqual(['region']);
    expect(skipped).toEqual([
      { field: 'amount', reason: 'It has more than 2000 different numbers, so it does not group texts.' },
      { field: 'town', reason: 'It has more than 12 different values, so it does not group texts.' },
    ]);
    const orders = coded(range(500).map((at) => ({ order: String(1000 + at) })));
    expect(orders.skipped[0]!.reason).toContain('a value of its own');
  });

  it('passes over a field that has one value, or none at all', () => {
    const { fields, skipped } = coded(range(20).map(() => ({ country: 'NL', segment: '' })));
    expect(fields).toEqual([]);
    expect(skipped).toEqual([]);
  });
});
