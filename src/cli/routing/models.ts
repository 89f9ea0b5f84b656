import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../../config.ts';
import { openEngine } from '../engine.ts';
import type { RoutingEngine } from './routing-engine.ts';

export function modelsCommand(): Command {
  return new Command('models')
    .description('List the models that route, or could.')
    .option('--json', 'print one array')
    .addHelpText('after', '\nExample:\n  $ earshot routing models')
    .action(({ json }: { json?: boolean }) =>
      withRouting(async (routing) => {
        const models = await routing.models();
        if (json) console.log(JSON.stringify(models));
        else if (models.length === 0) console.log('There is no model yet; "earshot routing train" makes one.');
        else
          for (const { id, state, source, examples, now } of models) {
            const figures = `${(100 * now.share).toFixed(1)} % by itself, ${(100 * now.errors.share).toFixed(1)} % of those wrong`;
            console.log(`model ${id}  ${state}  ${examples} complaints of ${source}  ${figures}`);
          }
      }),
    );
}

export function promoteCommand(): Command {
  return stateCommand(
    'promote',
    'live',
    'Let a model route what no rule fits, where it is sure; the one before is retired.',
  );
}

export function shadowCommand(): Command {
  return stateCommand(
    'shadow',
    'shadow',
    'Run a model beside the rules: the pages show where it differs, and it sends nothing.',
  );
}

export function retireCommand(): Command {
  return stateCommand('retire', 'retired', 'Let a model rest; it can be promoted again.');
}

function stateCommand(name: string, state: 'live' | 'shadow' | 'retired', description: string): Command {
  return new Command(name)
    .description(description)
    .argument('<model>', 'its number, as "earshot routing models" lists it', modelNumber)
    .addHelpText('after', `\nExample:\n  $ earshot routing ${name} 1`)
    .action((id: number) =>
      withRouting(async (routing) => {
        await routing.setState(id, state);
        console.log(
          `Model ${id} is ${state === 'shadow' ? 'in the shadow' : state}; workers follow within half a minute.`,
        );
      }),
    );
}

async function withRouting(work: (routing: RoutingEngine) => Promise<void>): Promise<void> {
  const engine = await openEngine(readConfig(), { work: false });
  try {
    await work(engine.routing);
  } finally {
    await engine.close();
  }
}

function modelNumber(text: string): number {
  const id = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(id) && id > 0) return id;
  throw new InvalidArgumentError('Give the number of a model, such as 1.');
}
