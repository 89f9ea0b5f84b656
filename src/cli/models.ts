import { join } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { startProgress } from './progress.ts';

export function modelsCommand(): Command {
  return new Command('models')
    .description('List the classifiers and the models of embeddings that are here.')
    .option('--json', 'print one object')
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot models\n  $ earshot models fetch Xenova/bge-small-en-v1.5\n' +
        '  $ earshot train topics --data labelled.csv --text comment --label topic --embeddings Xenova/bge-small-en-v1.5',
    )
    .action(list)
    .addCommand(
      new Command('fetch')
        .description('Download a model of embeddings from a model hub.')
        .argument('<name>', 'owner and name, as the hub has them')
        .option('--from <address>', 'the hub, or a mirror of it')
        .action(fetchNamed),
    );
}

const fetched = (): string => join(readConfig().dataDir, 'models');

async function list({ json }: { json?: boolean }): Promise<void> {
  const { listClassifiers, listEmbedders } = await import('../models/list-models.ts');
  const found = { classifiers: await listClassifiers('models'), embeddings: await listEmbedders(fetched()) };
  if (json) {
    console.log(JSON.stringify(found));
    return;
  }
  const classifiers = found.classifiers.map(
    ({ folder, examples, labels, accuracy }) =>
      `  ${folder}: ${labels} labels from ${examples} texts, ${(100 * accuracy).toFixed(1)} % right by cross-validation`,
  );
  const embeddings = found.embeddings.map(({ name, folder, width, problem }) =>
    problem === null ? `  ${name}: ${width} numbers a text, in ${folder}` : `  ${name}: ${problem}`,
  );
  console.log(
    [
      'Classifiers',
      ...(classifiers.length > 0 ? classifiers : ['  none in models/; "earshot train" makes one']),
      'Embeddings',
      ...embeddings,
    ].join('\n'),
  );
}

async function fetchNamed(name: string, { from }: { from?: string }): Promise<void> {
  const { fetchModel } = await import('../models/fetch-model.ts');
  const { env } = await import('@xenova/transformers');
  const progress = startProgress(`Fetching ${name}`, 'bytes');
  try {
    const sha256 = await fetchModel(fetched(), name, {
      hub: from ?? env.remoteHost,
      onProgress: (_, bytes, of) => progress.update(bytes, of),
    });
    progress.stop();
    console.log(`${name} is in ${join(fetched(), name)}; the SHA-256 of its weights is ${sha256}.`);
  } finally {
    progress.stop();
  }
}
