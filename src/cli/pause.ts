import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openEngine } from './engine.ts';

export function pauseCommand(): Command {
  return new Command('pause')
    .description(
      'Let every queue stand still, in all processes. What is under way is finished; intake goes on storing.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot pause      before you mend or back up something\n  $ earshot resume',
    )
    .action(() =>
      withEngine((engine) => engine.queues.pause(), 'The queues stand still. "earshot resume" lets them go on.'),
    );
}

export function resumeCommand(): Command {
  return new Command('resume')
    .description('Let the queues go on after "earshot pause".')
    .addHelpText('after', '\nExamples:\n  $ earshot resume')
    .action(() => withEngine((engine) => engine.queues.resume(), 'The queues go on.'));
}

async function withEngine(
  work: (engine: Awaited<ReturnType<typeof openEngine>>) => Promise<void>,
  done: string,
): Promise<void> {
  const engine = await openEngine(readConfig(), { work: false });
  try {
    await work(engine);
    console.log(done);
  } finally {
    await engine.close();
  }
}
