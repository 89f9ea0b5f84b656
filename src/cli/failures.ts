import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openEngine } from './engine.ts';

export function failuresCommand(): Command {
  return new Command('failures')
    .description('List what could not be read and is kept aside, with the reason of each.')
    .option('--json', 'print one object a line')
    .addHelpText('after', '\nExamples:\n  $ earshot failures\n  $ earshot failures --json | jq -r .reason')
    .action(async ({ json }: { json?: boolean }) => {
      const engine = await openEngine(readConfig(), { work: false });
      try {
        let count = 0;
        for await (const failure of engine.failures()) {
          if (json) console.log(JSON.stringify(failure));
          else console.log(`${failure.id.slice(0, 12)}  ${failure.source}: ${failure.reason}`);
          count++;
        }
        if (json) return;
        if (count === 0) console.log('Nothing is kept aside.');
        else console.log('"earshot replay ID" or "earshot replay --all" reads them once more.');
      } finally {
        await engine.close();
      }
    });
}
