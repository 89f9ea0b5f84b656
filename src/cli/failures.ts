import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openEngine } from './engine.ts';

export function failuresCommand(): Command {
  return new Command('failures')
    .description('List what could not be read and is kept aside, with the reason of each.')
    .option('--json', 'print one array')
    .addHelpText('after', '\nExamples:\n  $ earshot failures\n  $ earshot failures --json | jq -r ".[].reason"')
    .action(async ({ json }: { json?: boolean }) => {
      const engine = await openEngine(readConfig(), { work: false });
      try {
        const failures = await engine.failures();
        if (json) return console.log(JSON.stringify(failures));
        if (failures.length === 0) return console.log('Nothing is kept aside.');
        for (const { id, source, reason } of failures) console.log(`${id.slice(0, 12)}  ${source}: ${reason}`);
        console.log('"earshot replay ID" or "earshot replay --all" reads them once more.');
      } finally {
        await engine.close();
      }
    });
}
