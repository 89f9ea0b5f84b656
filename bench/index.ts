/**
 * `npm run bench` measures everything; `npm run bench -- analysis pairs` only what is named; `--json` prints one array.
 * A figure alone says as much about the machine as about the program, so each stands beside an alternative in the same run.
 */
import { readdirSync } from 'node:fs';
import type { BenchResult } from './result.ts';

const benches = readdirSync(new URL('.', import.meta.url))
  .filter((name) => /^(?!index|result|grow-store)[\w-]+\.js$/.test(name))
  .map((name) => name.replace(/\.js$/, ''));
const args = process.argv.slice(2);
const chosen = args.filter((arg) => !arg.startsWith('--'));
const unknown = chosen.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${benches.join(', ')}.`);
  process.exit(2);
}

const all: BenchResult[] = [];
for (const name of chosen.length > 0 ? chosen : benches) {
  if (process.stderr.isTTY) console.error(`measuring ${name} …`);
  const { run } = (await import(new URL(`${name}.js`, import.meta.url).href)) as { run(): Promise<BenchResult[]> };
  const results = await run();
  all.push(...results);
  if (!args.includes('--json')) for (const result of results) console.log(describe(result));
}
if (args.includes('--json')) console.log(JSON.stringify(all));

function describe({ name, figure, unit, against, ratio }: BenchResult): string {
  const number = figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toPrecision(3);
  return `${name}: ${number} ${unit} — ${ratio.toPrecision(3)} × ${against}`;
}
