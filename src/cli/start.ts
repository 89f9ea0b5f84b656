import { Command } from 'commander';
import { readConfig } from '../config.ts';

export function startCommand(): Command {
  return new Command('start')
    .description(
      'Run Earshot in one process: pages, inbox and workers, on the embedded database unless DATABASE_URL is set.',
    )
    .option('--empty', 'do not load the sample corpus into an empty store')
    .addHelpText(
      'after',
      `
Examples:
  $ earshot start                                     an empty store gets the sample corpus
  $ earshot start --empty                             it stays empty
  $ EARSHOT_TAXONOMY=banking EARSHOT_DATA_DIR=~/bank earshot start`,
    )
    .action(async ({ empty }: { empty?: boolean }) => {
      const { runAll } = await import('./run/all.ts');
      await runAll(readConfig(), { sample: !empty });
    });
}
