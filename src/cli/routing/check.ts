import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../../config.ts';
import type { RuleCheck } from '../../route/rule-check.ts';
import { openEngine } from '../engine.ts';

export function checkCommand(): Command {
  return new Command('check')
    .description(
      'Read the rules aloud and hold them against the latest texts: dead rules, shadows, what falls through.',
    )
    .option('--texts <count>', 'how many of the latest texts', readCount, 10_000)
    .option('--json', 'print one object')
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot routing check\n  $ earshot routing check --texts 100000 --json | jq .fallThrough\n\nIt exits with 1 where a rule or a team needs mending.',
    )
    .action(async ({ texts, json }: { texts: number; json?: boolean }) => {
      const engine = await openEngine(readConfig(), { work: false });
      try {
        const check = await engine.routing.check(texts);
        console.log(json ? JSON.stringify(check) : describe(check));
        if (check.problems.length > 0) process.exitCode = 1;
      } finally {
        await engine.close();
      }
    });
}

function readCount(written: string): number {
  const count = Number(written);
  if (Number.isInteger(count) && count > 0 && count <= 1_000_000) return count;
  throw new InvalidArgumentError('It should be a whole number from 1 to 1000000.');
}

function describe({ texts, complaints, rules, fallThrough, problems }: RuleCheck): string {
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return [
    `Held against the latest ${many(texts, 'text')}, ${many(complaints, 'complaint')} among them.`,
    ...rules.flatMap(({ name, words, fits, wins, shadowedBy }, at) => [
      `${String(at + 1).padStart(3)}. ${name}`,
      `     ${words}`,
      `     sends ${wins}, fits ${fits}${fits === 0 ? ': no text of late' : wins === 0 ? ': never its turn' : ''}` +
        (shadowedBy ? `; “${shadowedBy.rule}” takes ${shadowedBy.texts}, such as text ${shadowedBy.example}` : ''),
    ]),
    fallThrough.texts === 0
      ? 'Every complaint is fitted by some rule.'
      : `${many(fallThrough.texts, 'complaint')} fit no rule and go to triage, such as text ${fallThrough.examples.join(', ')}.`,
    ...problems.map((problem) => `To be mended: ${problem}`),
  ].join('\n');
}
