import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Command } from 'commander';
import { training } from '../../pipelines/training.ts';
import { readConfig } from '../config.ts';
import type { ModelCard } from '../models/card.ts';
import { describeSkipped } from './examples.ts';
import { startProgress } from './progress.ts';

interface Options {
  data?: string;
  text?: string;
  label?: string;
  corrections?: boolean;
  separator?: string;
  out?: string;
  embeddings: string | false;
}

export function trainCommand(): Command {
  return new Command('train')
    .description(
      'Train a classifier on labelled texts: CSV, TSV or JSON Lines with a column of texts and one of labels.',
    )
    .argument('<name>', 'what to call the model')
    .option('--data <file>', 'the labelled texts')
    .option('--text <column>', 'column of the texts')
    .option('--label <column>', 'column of the labels')
    .option('--corrections', 'learn from what people said of texts in the store, in place of a file')
    .option('--separator <mark>', 'between the labels of a text that has several')
    .option('--out <folder>', 'where to write the model (default: models/<name>)')
    .option('--embeddings <model>', 'model of embeddings to use beside the words', 'Xenova/all-MiniLM-L6-v2')
    .option('--no-embeddings', 'learn from words alone: a hundred times as fast')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  $ earshot train corrected --corrections\n' +
        '  $ earshot train topics --data labelled.csv --text comment --label topic\n' +
        "  $ earshot train themes --data coded.tsv --text answer --label themes --separator '|' --out /srv/models/themes",
    )
    .action(train);
}

async function train(name: string, options: Options): Promise<void> {
  // Loaded only when needed, so that other commands start quickly.
  const { arrangeExamples } = await import('../classify/learn/examples.ts');
  const { trainClassifier } = await import('../classify/learn/train-classifier.ts');
  const { writeClassifier } = await import('../models/classifier-folder.ts');
  const { openEmbedder } = await import('../models/embedder.ts');
  const { withCache } = await import('../models/embedding-cache.ts');
  requireName(name);
  const { dataDir } = readConfig();
  const { name: source, read } = await readSource(options);
  const several = options.corrections === true || options.separator !== undefined;
  const examples = arrange(options.data ?? source, () => arrangeExamples(read.examples, several));
  const embedder =
    options.embeddings === false
      ? null
      : withCache(await openEmbedder(join(dataDir, 'models'), options.embeddings), dataDir);
  const progress = startProgress('Training', 'steps');
  const model = await trainClassifier(examples, training, embedder, async (done, total) => {
    progress.update(Math.round(done), total);
    // The bar is drawn by a timer, which waits for a pause in the work.
    await setImmediate();
  });
  progress.stop();
  const folder = options.out ?? join('models', name);
  const card = await writeClassifier(folder, model, [{ name: source, sha256: read.sha256 }]);
  console.log([describe(folder, card), describeSkipped(read)].filter((line) => line !== '').join('\n'));
}

/** What the examples lack is said with the name of their file. */
function arrange<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** @throws Error where the options name no source, or two. */
async function readSource({ corrections, data, text, label, separator }: Options) {
  if (corrections) {
    if (data !== undefined) throw new Error('Learn from the file of --data or from --corrections, not from both.');
    const { correctionsAsExamples } = await import('./corrections-as-examples.ts');
    return { name: 'corrections', read: await correctionsAsExamples(readConfig()) };
  }
  if (data === undefined || text === undefined || label === undefined) {
    throw new Error('Say what to learn from: --data FILE --text COLUMN --label COLUMN, or --corrections.');
  }
  const { readExamples } = await import('./examples.ts');
  const file = { data, text, label, ...(separator !== undefined && { separator }) };
  return { name: basename(data), read: await readExamples(file) };
}

function requireName(name: string): void {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name)) return;
  throw new Error(`"${name}" is no name for a model; use letters, digits, ".", "_" and "-".`);
}

function describe(folder: string, { examples, labels, quality }: ModelCard): string {
  const { accuracy, macroF1, ece } = quality.wordsAndEmbeddings ?? quality.words;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return (
    `${folder}: ${examples} texts, ${labels.length} labels. By cross-validation ${percent(accuracy.value)} right ` +
    `(${percent(accuracy.lower)} to ${percent(accuracy.upper)}), macro F1 ${macroF1.toFixed(3)}, calibration error ${ece.toFixed(3)}.`
  );
}
