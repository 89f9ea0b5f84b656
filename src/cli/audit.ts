import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { dayOption } from './day-option.ts';
import { openEngine } from './engine.ts';

interface Options {
  from?: string;
  to?: string;
  subject?: string;
  json?: boolean;
}

export function auditCommand(): Command {
  return new Command('audit')
    .description('Tell who did what, the latest first: sign-ins, looks at hidden data, changes to people and settings.')
    .option('--from <day>', 'the first day, YYYY-MM-DD in UTC', dayOption)
    .option('--to <day>', 'the last day', dayOption)
    .option('--subject <subject>', 'what it was done to, such as "text 17" or "team billing"')
    .option('--json', 'print one object a line')
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot audit --from 2026-03-01\n  $ earshot audit --json | jq \'select(.action == "unmasked")\'',
    )
    .action(async ({ json, ...filter }: Options) => {
      const engine = await openEngine(readConfig(), { work: false });
      try {
        let count = 0;
        for await (const event of engine.people.audit(filter)) {
          const { at, actor, action, subject, detail } = event;
          const more = Object.keys(detail).length > 0 ? `  ${JSON.stringify(detail)}` : '';
          console.log(json ? JSON.stringify(event) : `${at}  ${actor}: ${action} ${subject}${more}`);
          count++;
        }
        if (count === 0 && !json) console.log('Nothing was done yet that the trail remembers.');
      } finally {
        await engine.close();
      }
    });
}
