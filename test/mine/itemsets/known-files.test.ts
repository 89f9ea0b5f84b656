import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { basketPairs } from '../../../src/mine/itemsets/basket-pairs.ts';
import type { BasketFormat } from '../../../src/mine/itemsets/baskets.ts';
import { mineItemsets } from '../../../src/mine/itemsets/mine-itemsets.ts';
import { type ReadTable, readBasketTable } from '../../../src/mine/itemsets/read-basket-table.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/transactions');
const readFile = (name: string, format: BasketFormat, minSupport: number): Promise<ReadTable> =>
  readBasketTable({ format, open: () => createReadStream(join(folder, name)) }, minSupport);

describe.skipIf(!existsSync(folder))('public transaction sets (skipped where ../shared/data is absent)', () => {
  it('T10I4D100K at 0.1 % has the 27,532 frequent itemsets that others find', async () => {
    const table = await readFile('T10I4D100K.dat', 'fimi', 0.001);
    expect(table).toMatchObject({ transactions: 100_000, items: 870, minSupport: 100 });
    expect(mineItemsets(table)).toEqual([0, 797, 8831, 7130, 5499, 3188, 1429, 503, 130, 23, 2]);
  });

  it('groceries at 1 % have the 333 frequent itemsets that R arules finds', async () => {
    const table = await readFile('groceries.csv', 'csv', 0.01);
    expect(table).toMatchObject({ transactions: 9835, items: 169, minSupport: 99 });
    expect(mineItemsets(table)).toEqual([0, 88, 213, 32]);
    // As arules prints it: {whole milk, other vegetables}, support 0.07483477, lift 1.5136341.
    const pair = basketPairs(table, 0.99).find(
      (one) => one.antecedent === 'whole milk' && one.consequent === 'other vegetables',
    );
    expect(pair!.observed / 9835).toBeCloseTo(0.07483477, 8);
    expect(pair!.lift).toBeCloseTo(1.5136341, 7);
    expect(pair!.lower).toBeLessThan(1.5136);
    expect(pair!.upper).toBeGreaterThan(1.5137);
  });
});
