import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openEngine } from './engine.ts';

export function replayCommand(): Command {
  return new Command('replay')
    .description('Read what was kept aside once more, after its cause is mended.')
    .argument('[id...]', 'as "earshot failures" lists them; the beginning is enough')
    .option('--all', 'everything that is kept aside')
    .option('--jobs', 'try jobs that were given up once more, in place of texts')
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot replay 3f1c09ab77d2\n  $ earshot replay --all\n  $ earshot replay --jobs --all',
    )
    .action(async (ids: string[], { all, jobs }: { all?: boolean; jobs?: boolean }) => {
      if (all ? ids.length > 0 : ids.length === 0) {
        throw new Error('Say which: "earshot replay ID…" with ids from "earshot failures", or "earshot replay --all".');
      }
      const engine = await openEngine(readConfig(), { work: true });
      try {
        if (jobs) {
          const retried = await engine.queues.retry(all ? 'all' : ids);
          console.log(`${retried} ${retried === 1 ? 'job is' : 'jobs are'} tried once more.`);
          return;
        }
        const waiting = await engine.replay(all ? 'all' : await resolveIds(ids, engine.failures()));
        console.log(`${waiting} ${waiting === 1 ? 'text is' : 'texts are'} being read once more.`);
      } finally {
        await engine.close();
      }
    });
}

/** Full ids for their beginnings. @throws Error naming an id that fits no failure, or more than one. */
async function resolveIds(beginnings: string[], failures: AsyncIterable<{ id: string }>): Promise<string[]> {
  const fitting = new Map(beginnings.map((beginning): [string, string[]] => [beginning, []]));
  for await (const { id } of failures) {
    for (const [beginning, ids] of fitting) if (id.startsWith(beginning)) ids.push(id);
  }
  return [...fitting].map(([beginning, [id, ...others]]) => {
    if (id !== undefined && others.length === 0) return id;
    const found = id === undefined ? 'nothing that is kept aside' : `${others.length + 1} texts`;
    throw new Error(`"${beginning}" begins the id of ${found}; "earshot failures" lists the ids.`);
  });
}
