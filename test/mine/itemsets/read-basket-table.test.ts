import { describe, expect, it } from 'vitest';
import { absoluteSupport } from '../../../src/mine/itemsets/absolute-support.ts';
import type { BasketFormat } from '../../../src/mine/itemsets/baskets.ts';
import { mineItemsets } from '../../../src/mine/itemsets/mine-itemsets.ts';
import { type ReadTable, readBasketTable } from '../../../src/mine/itemsets/read-basket-table.ts';
import { madeUpBaskets, plainTable } from './baskets.ts';

/** The bytes in pieces of the given size, as a file comes in pieces that know nothing of lines. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function read(text: string | Uint8Array, format: BasketFormat, minSupport = 1, size = 7): Promise<ReadTable> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readBasketTable({ format, open: () => pieces(bytes, size) }, minSupport);
}

/** The transactions of a table by the names of their items. */
function rows({ names, ranks, starts }: ReadTable): string[][] {
  return Array.from({ length: starts.length - 1 }, (_, row) =>
    Array.from(ranks.subarray(starts[row], starts[row + 1]), (rank) => names[rank]!),
  );
}

describe('readBasketTable', () => {
  it('reads FIMI lines with blanks of any kind, repeated items and no line end at the end', async () => {
    const table = await read('\ufeff1 2  3 \r\n\n3\t2 2\n  \n10 3', 'fimi');
    expect(table).toMatchObject({ transactions: 3, items: 4, minSupport: 1, numeric: true });
    expect(table.names).toEqual(['3', '2', '1', '10']);
    expect([...table.supports]).toEqual([3, 2, 1, 1]);
    expect(rows(table)).toEqual([
      ['3', '2', '1'],
      ['3', '2'],
      ['3', '10'],
    ]);
  });

  it('reads CSV lines with quotes, blanks, empty cells and letters of any script, in pieces that cut them', async () => {
    const text = '\ufeffwhole milk, "rolls, dark",牛奶\r\n\r\n牛奶,,whole milk ,whole milk\n"say ""cheese""",牛奶';
    for (const size of [1, 2, 5, 1000]) {
      const table = await read(text, 'csv', 1, size);
      expect(table).toMatchObject({ transactions: 3, items: 4, numeric: false });
      expect(rows(table)).toEqual([
        ['牛奶', 'whole milk', 'rolls, dark'],
        ['牛奶', 'whole milk'],
        ['牛奶', 'say "cheese"'],
      ]);
    }
  });

  it('keeps only frequent items, and counts transactions that hold none', async () => {
    const table = await read('1 2\n2 3\n4\n2', 'fimi', 0.5);
    expect(table).toMatchObject({ transactions: 4, items: 4, minSupport: 2, names: ['2'] });
    expect(rows(table)).toEqual([['2'], ['2'], [], ['2']]);
  });

  it('makes the same table as a plain reader from random transactions, long ones among them', async () => {
    const baskets = [...madeUpBaskets(21, 300, 150, 0.3), ...madeUpBaskets(22, 20, 150, 1.5)];
    const table = await read(baskets.map((basket) => basket.toReversed().join(' ')).join('\n'), 'fimi', 9, 4096);
    const { transactions: _, ...right } = plainTable(
      baskets.filter((basket) => basket.length > 0),
      9,
    );
    expect(table).toMatchObject(right);
    expect(mineItemsets(table, { maxSize: 3 })).toEqual(mineItemsets(plainTable(baskets, 9), { maxSize: 3 }));
  });

  it('reads an empty file as no transactions', async () => {
    expect(await read('', 'fimi', 0.1)).toMatchObject({ transactions: 0, items: 0, names: [] });
    expect(await read('\n\n', 'csv', 3)).toMatchObject({ transactions: 0, items: 0, names: [] });
    expect(mineItemsets(await read('', 'csv', 0.1))).toEqual([]);
  });

  it('names the line of what it cannot read', async () => {
    await expect(read('1 2\n3 x 4\n', 'fimi')).rejects.toThrow('Line 2 holds "x"; a FIMI file holds whole numbers');
    await expect(read('1\n2\n-3', 'fimi')).rejects.toThrow('Line 3 holds "-"');
    await expect(read('1\n\u0000', 'fimi')).rejects.toThrow('Line 2 holds the byte 0');
    await expect(read('1\n12345678901234567890', 'fimi')).rejects.toThrow('Line 2 holds an item number');
    await expect(read('a,b\nc\n"d,e\nf', 'csv')).rejects.toThrow('Line 3 has quotes that do not match');
    await expect(read('a,b\nc\u0000d', 'csv')).rejects.toThrow('no UTF-8 text');
    await expect(read(Uint8Array.of(97, 10, 98, 0xe9, 10, 99), 'csv')).rejects.toThrow('At line 1 or soon after');
  });

  it('refuses lines beyond all measure instead of holding them', async () => {
    const million = new TextEncoder().encode('7 '.repeat(1_000_001));
    await expect(read(million, 'fimi', 1, 65_536)).rejects.toThrow('Line 1 holds more than 1000000 items');
    await expect(read(new Uint8Array(17_000_000).fill(97), 'csv', 1, 65_536)).rejects.toThrow('Line 1 is longer than');
  });

  it('notices a file that changes between its two readings', async () => {
    const texts = ['1 2\n1 2\n', '1 2\n1 2\n1 2\n'];
    const open = (): AsyncGenerator<Uint8Array> => pieces(new TextEncoder().encode(texts.shift()), 64);
    await expect(readBasketTable({ format: 'fimi', open }, 1)).rejects.toThrow('changed while it was being read');
  });
});

describe('absoluteSupport', () => {
  it.each([
    [0.01, 9835, 99],
    [0.001, 100_000, 100],
    [0.07, 100, 7],
    [0.5, 3, 2],
    [0.3, 0, 1],
    [1, 50, 1],
    [250, 50, 250],
  ])('%d of %d transactions is %d', (minSupport, transactions, right) => {
    expect(absoluteSupport(minSupport, transactions)).toBe(right);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (minSupport) => {
    expect(() => absoluteSupport(minSupport, 10)).toThrow(/minimum support is .* a share above 0 and below 1/);
  });
});
