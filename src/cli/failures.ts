import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { type Engine, openEngine } from './engine.ts';

export function failuresCommand(): Command {
  return new Command('failures')
    .description('List what could not be read and is kept aside, with the reason of each.')
    .option('--jobs', 'list the jobs that failed at every attempt in place of texts')
    .option('--json', 'print one object a line')
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot failures\n  $ earshot failures --jobs\n  $ earshot failures --json | jq -r .reason',
    )
    .action(async ({ json, jobs }: { json?: boolean; jobs?: boolean }) => {
      const engine = await openEngine(readConfig(), { work: false });
      try {
        if (jobs) return await listJobs(engine, json ?? false);
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

const mostJobs = 1000;

/** Jobs carry ids and no words, so they can be shown as they are. */
async function listJobs(engine: Engine, json: boolean): Promise<void> {
  const jobs = await engine.queues.failedJobs(mostJobs);
  for (const { id, queue, name, reason, attempts, failedAt, data } of jobs) {
    if (json) console.log(JSON.stringify({ id, queue, name, reason, attempts, failedAt, data }));
    else
      console.log(`${id}  ${queue}, ${name}: ${reason} (${attempts} attempts, the last at ${failedAt.toISOString()})`);
  }
  if (json) return;
  if (jobs.length === 0) console.log('No job has been given up.');
  else console.log('"earshot replay --jobs ID…" or "earshot replay --jobs --all" tries them once more.');
}
