import { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { StoreStatus } from '../store/status.ts';
import { openEngine } from './engine.ts';

export function statusCommand(): Command {
  return new Command('status')
    .description('Show texts by state and channel, cases by team and state, failures, and the last run.')
    .option('--json', 'print one object')
    .addHelpText('after', '\nExamples:\n  $ earshot status\n  $ earshot status --json | jq .failures')
    .action(async ({ json }: { json?: boolean }) => {
      const engine = await openEngine(readConfig(), { work: false });
      try {
        const status = await engine.status();
        console.log(json ? JSON.stringify(status) : describe(status));
      } finally {
        await engine.close();
      }
    });
}

function describe(status: StoreStatus): string {
  return JSON.stringify(status, null, 2);
}
