import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { relationsCommand } from '../../src/cli/relations.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-relations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function relations(...args: string[]): Promise<string> {
  let output = '';
  const command = relationsCommand((text) => {
    output += text;
  });
  command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} });
  await new Command().addCommand(command).parseAsync(['relations', ...args], { from: 'user' });
  return output;
}

const baskets = file('baskets.csv', 'milk,bread\nmilk,bread,"eggs, six"\nmilk\nbread,"eggs, six"\nmilk,bread\n');

describe('earshot relations --transactions', () => {
  it('prints counts by size, pairs and itemsets that a person can read', async () => {
    const lines = (await relations('--transactions', baskets, '--min-support', '0.4', '--itemsets')).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '5 transactions, 3 items, minimum support 2 (40.0 %)',
      '5 frequent itemsets',
      '  of size 1: 3',
    ]);
    expect(lines).toContain('bread, milk (3)');
    expect(lines).toContain('bread, eggs, six (2)');
    expect(lines.find((line) => line.includes('bread + milk'))).toMatch(/ 3 +3\.200 +0\.9375 /);
  });

  it('prints one JSON object with the same', async () => {
    const result = JSON.parse(await relations('--transactions', baskets, '--min-support', '2', '--json', '--itemsets'));
    expect(result).toMatchObject({ transactions: 5, items: 3, minSupport: 2, total: 5, bySize: { 1: 3, 2: 2 } });
    expect(result.pairs).toHaveLength(2);
    expect(result.itemsets).toContainEqual({ items: ['bread', 'eggs, six'], support: 2 });
    expect(result.itemsets).toHaveLength(5);
    const bare = JSON.parse(await relations('--transactions', baskets, '--min-support', '2', '--json', '--top', '1'));
    expect(bare.pairs).toEqual(result.pairs.slice(0, 1));
    expect(bare).not.toHaveProperty('itemsets');
  });

  it('stops at the largest size asked for, in counts and itemsets alike', async () => {
    const dat = file('three.dat', '1 2 3\n1 2 3\n10 2 3\n');
    const result = JSON.parse(
      await relations('--transactions', dat, '--min-support', '2', '--max-size', '2', '--json', '--itemsets'),
    );
    expect(result.bySize).toEqual({ 1: 3, 2: 3 });
    expect(result.itemsets.map(({ items }: { items: string[] }) => items.join(' ')).sort()).toEqual([
      '1',
      '1 2',
      '1 3',
      '2',
      '2 3',
      '3',
    ]);
    const single = JSON.parse(
      await relations('--transactions', dat, '--min-support', '2', '--max-size', '1', '--json'),
    );
    expect(single).toMatchObject({ bySize: { 1: 3 }, pairs: [] });
  });

  it('tells FIMI from CSV by the name, else by the first line, unless told', async () => {
    const numbers = file('numbers.txt', '9 10\n9 10\n');
    const names = file('names.txt', 'a b,c\n');
    expect(JSON.parse(await relations('--transactions', numbers, '--min-support', '1', '--json')).items).toBe(2);
    expect(JSON.parse(await relations('--transactions', names, '--min-support', '1', '--json')).items).toBe(2);
    expect(
      JSON.parse(await relations('--transactions', numbers, '--min-support', '1', '--json', '--format', 'csv')).items,
    ).toBe(1);
  });

  it('says what is wrong with a file, and where', async () => {
    await expect(relations('--transactions', join(folder, 'none.dat'), '--min-support', '1')).rejects.toThrow(
      /There is no file of transactions at .*none\.dat/,
    );
    await expect(relations('--transactions', folder, '--min-support', '1')).rejects.toThrow('is a folder');
    const broken = file('broken.dat', '1 2\n3 four\n');
    await expect(relations('--transactions', broken, '--min-support', '1')).rejects.toThrow(
      /broken\.dat: Line 2 holds "f"/,
    );
  });

  it.each([
    ['--min-support', '0'],
    ['--min-support', '1.5'],
    ['--min-support', 'many'],
    ['--max-size', '0'],
    ['--top', '-1'],
  ])('refuses %s %s and says what would be right', async (option, value) => {
    await expect(relations('--transactions', baskets, '--min-support', '2', option, value)).rejects.toThrow(
      /is invalid\. Give a/,
    );
  });

  it('reads an empty file as no transactions', async () => {
    const empty = file('empty.csv', '');
    expect(JSON.parse(await relations('--transactions', empty, '--min-support', '0.5', '--json'))).toEqual({
      transactions: 0,
      items: 0,
      minSupport: 1,
      total: 0,
      bySize: {},
      pairs: [],
    });
  });
});
