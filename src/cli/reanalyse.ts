import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Reanalysis } from '../workers/reanalyse.ts';
import { type Engine, openEngine } from './engine.ts';
import { startProgress } from './progress.ts';

/** How long each call works before it tells how far it is. */
const sliceSeconds = 2;

export function reanalyseCommand(): Command {
  return new Command('reanalyse')
    .description(
      'Analyse texts anew that another version of the vocabulary, the models or pipelines/intake.ts has analysed.',
    )
    .option('--check', 'only say how many there are; exits with 1 where there are any')
    .option('--json', 'print one object: documents, analysed, lost, left, seconds')
    .addHelpText(
      'after',
      `
Examples:
  $ earshot reanalyse           goes on where it was stopped; run it as often as you like
  $ earshot reanalyse --check   how many texts wait for it
  $ earshot reanalyse && earshot nightly

What people said of a text holds in its new analysis. No case is opened, closed or moved by it.`,
    )
    .action(async ({ check, json }: { check?: boolean; json?: boolean }) => {
      const engine = await openEngine(readConfig(), { work: true });
      try {
        const { documents } = await engine.status();
        const startedAt = performance.now();
        const done = check ? await engine.reanalyse(0) : await untilDone(engine);
        const seconds = Math.round(performance.now() - startedAt) / 1000;
        console.log(json ? JSON.stringify({ documents, ...done, seconds }) : describe(documents, done));
        if (check && done.left > 0) process.exitCode = 1;
      } finally {
        await engine.close();
      }
    });
}

async function untilDone(engine: Engine): Promise<Reanalysis> {
  const { left: total } = await engine.reanalyse(0);
  const sum: Reanalysis = { analysed: 0, lost: 0, left: total };
  const progress = startProgress('Analysing anew');
  try {
    while (sum.left > 0) {
      const slice = await engine.reanalyse(sliceSeconds);
      sum.analysed += slice.analysed;
      sum.lost += slice.lost;
      sum.left = slice.left;
      progress.update(Math.max(0, total - sum.left), total);
      // Another process is at it.
      if (slice.analysed === 0 && slice.left > 0) await sleep(1000);
    }
  } finally {
    progress.stop();
  }
  return sum;
}

function describe(documents: number, { analysed, lost, left }: Reanalysis): string {
  const lines = [
    analysed > 0 && `${analysed} of ${documents} texts analysed anew. Cases stay as they are.`,
    lost > 0 && `${lost} of them cost the thread that read them and count as not understood; the log names them.`,
    left > 0 &&
      `${left} of ${documents} texts are analysed by an older version: "earshot reanalyse" analyses them anew.`,
    analysed === 0 && left === 0 && `All ${documents} texts are analysed by the present version.`,
  ];
  return lines.filter((line) => line !== false).join('\n');
}
