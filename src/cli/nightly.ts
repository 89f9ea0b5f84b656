import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openEngine } from './engine.ts';

export function nightlyCommand(): Command {
  return new Command('nightly')
    .description('Mine the relations between categories over the whole store now.')
    .option('--json', 'print one object: runId, documents, relations')
    .addHelpText('after', '\nExamples:\n  $ earshot nightly')
    .action(async ({ json }: { json?: boolean }) => {
      const engine = await openEngine(readConfig(), { work: false });
      try {
        const run = await engine.mineRelations();
        const words = `Run ${run.runId}: ${run.relations} relations over ${run.documents} texts.`;
        console.log(json ? JSON.stringify(run) : words);
      } finally {
        await engine.close();
      }
    });
}
