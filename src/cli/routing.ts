import { Command } from 'commander';
import { backtestCommand } from './routing/backtest.ts';
import { checkCommand } from './routing/check.ts';
import { modelsCommand, promoteCommand, retireCommand, shadowCommand } from './routing/models.ts';
import { trainRoutingCommand } from './routing/train.ts';

export function routingCommand(): Command {
  return new Command('routing')
    .description('Learn from history which department a complaint belongs to, and know beforehand how often it errs.')
    .addCommand(checkCommand())
    .addCommand(backtestCommand())
    .addCommand(trainRoutingCommand())
    .addCommand(modelsCommand())
    .addCommand(shadowCommand())
    .addCommand(promoteCommand())
    .addCommand(retireCommand())
    .addHelpText(
      'after',
      '\nFrom history to live, a step at a time:\n' +
        '  $ earshot routing backtest --data history.csv --text text --label department\n' +
        '  $ earshot routing train --data history.csv --text text --label department\n' +
        '  $ earshot routing shadow 1       runs beside the rules and sends nothing\n' +
        '  $ earshot routing promote 1      routes what no rule fits, where it is sure',
    );
}
