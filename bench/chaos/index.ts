/** `npm run chaos [-- --texts 20000 --seed 1]`: exits with 1 unless every text is analysed and routed exactly once. */
import { parseArgs } from 'node:util';
import { missingPrograms } from './programs.ts';
import { runChaos } from './run-chaos.ts';
import { faultsOf } from './verdict.ts';

const { values } = parseArgs({
  options: { texts: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const texts = readCount('texts', values.texts);
const missing = missingPrograms();
if (missing.length > 0) {
  console.error(`chaos needs servers of its own, and ${missing.join(', ')} cannot be found.`);
  process.exit(2);
}
const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort(new Error('Told to stop.')));
const report = await runChaos({
  ...{ texts, seed: readCount('seed', values.seed), limitSeconds: 1800, clockOffSeconds: 60 },
  ...{ signal: stopping.signal, say: console.log },
});
const { counts, kills, repeatedIngests, seconds } = report;
console.log(
  `${counts.documents} analysed, ${counts.duplicates} duplicates, ${counts.keptAside} kept aside, ${counts.waiting} waiting; ` +
    `${counts.cases} cases opened ${counts.openings} times; ${report.different} differ from a run without faults.`,
);
console.log(
  `${kills} workers killed, ${repeatedIngests} commands given again, ${seconds.toFixed(0)} s: ` +
    `${(texts / seconds).toFixed(0)} texts/s through it all.`,
);
const wrong = faultsOf(report, texts);
for (const fault of wrong) console.error(fault);
process.exitCode = wrong.length > 0 ? 1 : 0;

function readCount(name: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1) return count;
  console.error(`--${name} is "${value}"; it should be a whole number of at least 1.`);
  process.exit(2);
}
