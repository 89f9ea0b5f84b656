import { setImmediate } from 'node:timers/promises';
import { Command } from 'commander';
import { quality } from '../../../pipelines/quality.ts';
import { training } from '../../../pipelines/training.ts';
import { readConfig } from '../../config.ts';
import { costAt } from '../../route/learned/cost-curve.ts';
import { unpackQuality } from '../../route/learned/model-quality.ts';
import { openEngine } from '../engine.ts';
import { startProgress } from '../progress.ts';
import { embeddingOption, openEmbeddings } from './embedding-option.ts';
import { type HistoryOptions, historyOptions, readHistory } from './history.ts';

interface Options extends HistoryOptions {
  embeddings: boolean;
  json?: boolean;
}

export function trainRoutingCommand(): Command {
  const command = new Command('train')
    .description('Learn from history to route what no rule fits, and keep the model as a candidate.')
    .addOption(embeddingOption())
    .option('--json', 'print one object: id, examples, threshold, share, errors');
  for (const option of historyOptions()) command.addOption(option);
  return command
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  $ earshot routing train                    from the closed cases of the store\n' +
        '  $ earshot routing train --data history.csv --text text --label department',
    )
    .action(trainRouting);
}

async function trainRouting(options: Options): Promise<void> {
  const config = readConfig();
  const engine = await openEngine(config, { work: false });
  const progress = startProgress('Learning', 'parts');
  try {
    const history = await readHistory(options, async () => engine.routing);
    const { learnRouting } = await import('../../workers/routing/learn-routing.ts');
    const learned = await learnRouting(history.complaints, {
      ...{ training, quality, source: history.source },
      embedder: await openEmbeddings(options.embeddings, config.dataDir),
      onProgress: async (done, of) => {
        progress.update(done, of);
        // The bar is drawn by a timer, which waits for a pause in the work.
        await setImmediate();
      },
    });
    progress.stop();
    const id = await engine.routing.addModel(learned);
    const { threshold, examples } = learned;
    const judged = unpackQuality(learned.quality);
    const { share, errors } = costAt(judged, threshold, quality.routing.costs, quality.confidence);
    if (options.json) console.log(JSON.stringify({ id, examples, threshold, share, errors }));
    else {
      const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
      console.log(
        `Model ${id} learned from ${examples} complaints. ${history.skipped}By a replay, ${percent(share)} would go by themselves, ` +
          `${percent(errors.share)} of them wrongly (${percent(errors.lower)} to ${percent(errors.upper)}).\n` +
          `It is a candidate: "earshot routing shadow ${id}" runs it beside the rules, "earshot routing promote ${id}" lets it route.`,
      );
    }
  } finally {
    progress.stop();
    await engine.close();
  }
}
