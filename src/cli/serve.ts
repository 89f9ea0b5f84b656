import { Command } from 'commander';
import { readConfig } from '../config.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the pages and the API, without workers, on the Postgres that DATABASE_URL names.')
    .addHelpText(
      'after',
      `
Examples:
  $ DATABASE_URL=postgres://earshot@127.0.0.1/earshot earshot serve
  $ DATABASE_URL=… REDIS_URL=redis://127.0.0.1 EARSHOT_PORT=4311 earshot serve     a second one beside it`,
    )
    .action(async () => {
      const { runPages } = await import('./run/pages-only.ts');
      await runPages(readConfig());
    });
}
