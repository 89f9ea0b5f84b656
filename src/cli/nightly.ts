import { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { MinedNight } from '../workers/nightly.ts';
import { dayOption } from './day-option.ts';
import { openEngine } from './engine.ts';
import { nightProgress } from './night-progress.ts';

export function nightlyCommand(): Command {
  return new Command('nightly')
    .description(
      'Find what goes together in the texts of a window of days, and keep it as the findings of its last day.',
    )
    .option('--day <day>', 'the day, YYYY-MM-DD; left out, that of the latest text', dayOption)
    .option('--json', 'print one object: runId, day, fromDay, documents, relations, moved')
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot nightly\n  $ earshot nightly --day 2026-03-31   again, or for the first time, for that day',
    )
    .action(async ({ day, json }: { day?: string; json?: boolean }) => {
      const engine = await openEngine(readConfig(), { work: false });
      const progress = nightProgress();
      try {
        const run = await engine.mineRelations({ ...(day !== undefined && { day }), onStep: progress.onStep });
        progress.stop();
        console.log(json ? JSON.stringify(run) : describe(run));
      } finally {
        await engine.close();
      }
    });
}

function describe({ runId, day, fromDay, documents, relations, moved }: MinedNight): string {
  if (day === null) return `Run ${runId}: the store holds no text yet, so there is nothing to find.`;
  const days = fromDay === null ? `up to ${day}` : `from ${fromDay} to ${day}`;
  if (documents === 0) return `Run ${runId}: no text that a model reads was received ${days}.`;
  return `Run ${runId}: ${relations} relations over ${documents} texts received ${days}; ${moved} topics moved.`;
}
