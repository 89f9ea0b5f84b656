import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { nightly } from '../../pipelines/nightly.ts';
import { basketPairs, type ItemPair } from '../mine/itemsets/basket-pairs.ts';
import { type BasketFormat, basketFormats } from '../mine/itemsets/baskets.ts';
import { mineItemsets } from '../mine/itemsets/mine-itemsets.ts';
import { type ReadTable, readBasketTable } from '../mine/itemsets/read-basket-table.ts';

import { writeItemsets } from './relations-itemsets.ts';
import { OutputClosed, writeOut } from './write-out.ts';

type Write = (text: string) => void;

interface Options {
  transactions: string;
  minSupport: number;
  maxSize?: number;
  itemsets?: boolean;
  top: number;
  format?: BasketFormat;
  json?: boolean;
}

/** @param write where the result goes: standard output, or what a test looks at. */
export function relationsCommand(write: Write = writeOut): Command {
  return new Command('relations')
    .description('Mine a file of plain transactions: frequent itemsets, and which pairs go together.')
    .requiredOption(
      '--transactions <file>',
      'one transaction a line: FIMI .dat (numbers, spaces) or CSV (names, no header)',
    )
    .requiredOption(
      '--min-support <n>',
      'a share of the transactions below 1, rounded up, or their number',
      supportOption,
    )
    .option('--max-size <k>', 'largest itemset to look for', wholeNumber(1))
    .option('--itemsets', 'list every frequent itemset with its support')
    .option('--top <n>', 'pairs to list, strongest lower bound of lift first', wholeNumber(0), 10)
    .addOption(
      new Option('--format <format>', 'how the file is written, where its name does not say').choices(basketFormats),
    )
    .option('--json', 'print one object')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  $ earshot relations --transactions groceries.csv --min-support 0.01\n' +
        '  $ earshot relations --transactions T10I4D100K.dat --min-support 100 --max-size 3 --top 20\n' +
        '  $ earshot relations --transactions groceries.csv --min-support 99 --itemsets --top 0 > itemsets.txt\n' +
        '  $ earshot relations --transactions groceries.csv --min-support 0.01 --json | jq .bySize',
    )
    .action((options: Options) => mineFile(options, write));
}

async function mineFile(options: Options, write: Write): Promise<void> {
  const table = await readTable(options);
  const { maxSize } = options;
  const bySize = mineItemsets(table, { ...(maxSize !== undefined && { maxSize }), progress: miningProgress() });
  const pairs = options.top > 0 && maxSize !== 1 ? basketPairs(table, nightly.pairs.confidence) : [];
  const found = { bySize, pairs: pairs.slice(0, options.top) };
  try {
    if (options.json) writeJson(table, found, options, write);
    else writeText(table, found, options, write);
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
  }
}

/** @throws Error that names the file and, for what stands in it, the line. */
async function readTable({ transactions: file, minSupport, format }: Options): Promise<ReadTable> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new Error(`There is no file of transactions at ${file} that can be read.`, { cause });
  });
  if (found.isDirectory()) throw new Error(`${file} is a folder; name one file of transactions.`);
  const open = (): AsyncIterable<Buffer> => createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    return await readBasketTable({ format: format ?? (await guessFormat(file, open)), open }, minSupport);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** By the file's name, else by its first line: nothing but numbers and blanks is FIMI. */
async function guessFormat(file: string, open: () => AsyncIterable<Buffer>): Promise<BasketFormat> {
  if (/\.(dat|fimi)$/i.test(file)) return 'fimi';
  if (/\.csv$/i.test(file)) return 'csv';
  for await (const chunk of open()) return /^[\d\s]*(\n|$)/.test(chunk.toString('latin1', 0, 10_000)) ? 'fimi' : 'csv';
  return 'csv';
}

interface Found {
  bySize: number[];
  pairs: ItemPair[];
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
const numbered = (bySize: number[]): [number, number][] => [...bySize.entries()].slice(1);

function writeJson(table: ReadTable, { bySize, pairs }: Found, options: Options, write: Write): void {
  const { transactions, items, minSupport } = table;
  const counts = { total: sum(bySize), bySize: Object.fromEntries(numbered(bySize)) };
  const head = JSON.stringify({ transactions, items, minSupport, ...counts, pairs });
  if (!options.itemsets) {
    write(`${head}\n`);
    return;
  }
  // The itemsets may be more than one string holds, so they are written as they are found.
  write(`${head.slice(0, -1)},"itemsets":[`);
  let before = '';
  writeItemsets(table, options.maxSize, write, (members, support) => {
    const text = `${before}\n${JSON.stringify({ items: members, support })}`;
    before = ',';
    return text;
  });
  write('\n]}\n');
}

function writeText(table: ReadTable, { bySize, pairs }: Found, options: Options, write: Write): void {
  const number = (value: number): string => value.toLocaleString('en');
  const share =
    table.transactions === 0 ? '' : ` (${((100 * table.minSupport) / table.transactions).toPrecision(3)} %)`;
  write(
    `${number(table.transactions)} transactions, ${number(table.items)} items, ` +
      `minimum support ${number(table.minSupport)}${share}\n` +
      `${number(sum(bySize))} frequent itemsets\n${numbered(bySize)
        .map(([size, count]) => `  of size ${size}: ${number(count)}\n`)
        .join('')}`,
  );
  if (pairs.length > 0) write(`\nPairs by the lower bound of their lift\n${pairTable(pairs)}`);
  if (!options.itemsets) return;
  write('\nItemsets (support)\n');
  const between = table.numeric ? ' ' : ', ';
  writeItemsets(table, options.maxSize, write, (members, support) => `${members.join(between)} (${support})\n`);
}

/** Four digits, more where a large number has more, and a power of ten for what is nearly nothing. */
function brief(value: number): string {
  if (value >= 1000) return String(Math.round(value));
  return value !== 0 && value < 1e-4 ? value.toExponential(1) : value.toPrecision(4);
}

/** Columns wide enough for what stands in them. */
function pairTable(pairs: ItemPair[]): string {
  const rows = pairs.map(({ antecedent, consequent, observed, expected, lift, lower, upper, q }) => [
    `${antecedent} + ${consequent}`,
    String(observed),
    ...[expected, lift, lower, upper, q].map(brief),
  ]);
  const all = [['pair', 'observed', 'expected', 'lift', 'lower', 'upper', 'q'], ...rows];
  const widths = all[0]!.map((_, column) => all.reduce((widest, row) => Math.max(widest, row[column]!.length), 0));
  const line = (row: string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ');
  return all.map((row) => `  ${line(row)}\n`).join('');
}

/** A line on standard error where that is a terminal, at most five times a second. */
function miningProgress(): (done: number, items: number) => void {
  if (!process.stderr.isTTY) return () => {};
  let last = Date.now();
  let shown = false;
  return (done, items) => {
    if (done === items && shown) process.stderr.write('\r\u001b[K');
    if (done === items || Date.now() - last < 200) return;
    last = Date.now();
    shown = true;
    process.stderr.write(`\rmining: ${done} of ${items} items\u001b[K`);
  };
}

function supportOption(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && (value < 1 || Number.isSafeInteger(value))) return value;
  throw new InvalidArgumentError('Give a share above 0 and below 1, such as 0.01, or a whole number of transactions.');
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Give a whole number of at least ${least}.`);
  };
}
