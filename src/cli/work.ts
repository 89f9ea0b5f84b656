import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.ts';

export function workCommand(): Command {
  return new Command('work')
    .description('Analyse and route what waits, without pages, on the Postgres that DATABASE_URL names.')
    .option('--concurrency <threads>', 'threads for language work; by default one less than there are cores', readCount)
    .addHelpText(
      'after',
      `
Examples:
  $ DATABASE_URL=postgres://earshot@127.0.0.1/earshot earshot work
  $ DATABASE_URL=… REDIS_URL=redis://127.0.0.1 earshot work --concurrency 4

Run as many as you like, on as many machines. SIGTERM stops one within 10 s: what it had under way is finished, or
given back to the others.`,
    )
    .action(async ({ concurrency }: { concurrency?: number }) => {
      const { runWorkers } = await import('./run/workers-only.ts');
      await runWorkers(readConfig(), concurrency ?? null);
    });
}

function readCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= 256) return count;
  throw new InvalidArgumentError('It should be a whole number from 1 to 256, such as 4.');
}
