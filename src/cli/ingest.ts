import { setTimeout as sleep } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { walk } from '../connect/folder/walk.ts';
import type { IntakeResult } from '../store/intake/intake-result.ts';
import { type Channel, channels } from '../types.ts';
import { type Engine, openEngine } from './engine.ts';
import { startProgress } from './progress.ts';

interface Options {
  channel?: Channel;
  json?: boolean;
  wait: boolean;
}

/** What `--json` prints. `read` counts texts; `failed` those of them that were kept aside. */
interface Summary {
  read: number;
  new: number;
  duplicate: number;
  failed: number;
  failures: { source: string; reason: string }[];
}

export function ingestCommand(): Command {
  return new Command('ingest')
    .description('Read files and folders: mails, call transcripts, survey answers.')
    .argument('<path...>', 'files, folders or Maildirs; channel and format are told from content')
    .addOption(
      new Option('--channel <channel>', 'what the texts are, where content cannot tell').choices([...channels]),
    )
    .option('--no-wait', 'return when the texts are stored, before they are analysed and routed')
    .option('--json', 'print one object: read, new, duplicate, failed, failures')
    .addHelpText(
      'after',
      `
Examples:
  $ earshot ingest inbox.mbox calls/             read a mailbox and a folder of transcripts
  $ earshot ingest answers.csv                   columns are guessed and shown; to say them yourself put
                                                 answers.mapping.json beside it: {"text": ["comment"], "date": "day"}
  $ earshot ingest notes.txt --channel call      say what content cannot tell

The same file twice adds nothing. The exit status is 1 when anything was kept aside.`,
    )
    .action(ingest);
}

async function ingest(paths: string[], options: Options): Promise<void> {
  const engine = await openEngine(readConfig(), { work: options.wait });
  try {
    const summary = await readAll(engine, paths, options);
    if (options.json) console.log(JSON.stringify(summary));
    else printSummary(summary, options.wait);
    if (summary.failed > 0) process.exitCode = 1;
  } finally {
    await engine.close();
  }
}

async function readAll(engine: Engine, paths: string[], { channel, wait, json }: Options): Promise<Summary> {
  const summary: Summary = { read: 0, new: 0, duplicate: 0, failed: 0, failures: [] };
  const intakeIds: number[] = [];
  for await (const file of walk(paths)) {
    if ('reason' in file) {
      summary.read++;
      summary.failed++;
      summary.failures.push({ source: file.source, reason: file.reason });
      continue;
    }
    intakeIds.push(await engine.receive({ ...file, channel: channel ?? null }));
  }
  const progress = startProgress('Analysing');
  const done: IntakeResult[] = [];
  for (const intakeId of intakeIds) {
    done.push(await settle(engine, intakeId, wait, (result) => progress.update(...progressOf([...done, result]))));
  }
  progress.stop();
  for (const result of done) addUp(summary, result);
  if (!json) for (const result of done) showMapping(result);
  return summary;
}

/** Waits until every text of the intake is analysed and routed, or kept aside. */
async function settle(
  engine: Engine,
  intakeId: number,
  wait: boolean,
  onProgress: (result: IntakeResult) => void,
): Promise<IntakeResult> {
  for (;;) {
    const result = await engine.intakeResult(intakeId);
    onProgress(result);
    if (!wait || result.waiting === 0) return result;
    await sleep(200);
  }
}

function progressOf(results: IntakeResult[]): [done: number, total: number] {
  const total = results.reduce((sum, { read }) => sum + read, 0);
  return [total - results.reduce((sum, { waiting }) => sum + waiting, 0), total];
}

/** Texts that still wait under `--no-wait` are new as far as anyone can say. */
function addUp(summary: Summary, result: IntakeResult): void {
  summary.read += result.read;
  summary.new += result.new + result.waiting;
  summary.duplicate += result.duplicate;
  summary.failed += result.failed;
  summary.failures.push(...result.failures.map(({ source, reason }) => ({ source, reason })));
}

function showMapping({ source, mapping }: IntakeResult): void {
  if (!mapping) return;
  const { text, ignore, ...others } = mapping;
  const rest = Object.entries(others).map(([meaning, column]) => `${meaning} from "${column}"`);
  const words = [`text from ${text.map((column) => `"${column}"`).join(', ')}`, ...rest].join(', ');
  console.log(
    `${source}: ${words}; ${ignore?.length ? `without ${ignore.join(', ')}; ` : ''}other columns are coded data.`,
  );
}

function printSummary(summary: Summary, waited: boolean): void {
  const { read, duplicate, failed, failures } = summary;
  const outcome = waited ? 'analysed and routed' : 'stored; they are worked through when Earshot next runs';
  console.log(`${read} read: ${summary.new} new ${outcome}, ${duplicate} duplicate, ${failed} kept aside.`);
  for (const { source, reason } of failures) console.log(`  ${source}: ${reason}`);
  if (failed > 0) console.log('"earshot failures" lists what is kept aside; "earshot replay" reads it once more.');
}
