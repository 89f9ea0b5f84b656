import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { training } from '../pipelines/training.ts';
import { type Asking, createClassify } from '../src/classify/learn/classifier.ts';
import { arrangeExamples, type Example } from '../src/classify/learn/examples.ts';
import type { Embedder, TrainedModel } from '../src/classify/learn/model.ts';
import { trainClassifier } from '../src/classify/learn/train-classifier.ts';
import { readExamples } from '../src/cli/examples.ts';
import { packageRoot } from '../src/config.ts';
import { openEmbedder } from '../src/models/embedder.ts';
import type { BenchResult } from './result.ts';

const data = join(packageRoot, '../shared/data/intents/banking77/train.csv');

interface Timed {
  trainSeconds: number;
  classifySeconds: number;
  accuracy: number;
}

/** Training and classifying Banking77, one row of five held out, against scikit-learn on the same rows. */
export async function run(): Promise<BenchResult[]> {
  if (!existsSync(data)) {
    console.error(`learn is left out: ${data} is not here.`);
    return [];
  }
  const { examples } = await readExamples({ data, text: 'text', label: 'category' });
  const train = examples.filter((_, row) => row % 5 !== 0);
  const test = examples.filter((_, row) => row % 5 === 0);
  const embedder = await openEmbedder(join(tmpdir(), 'earshot-no-models'));
  const byWords = await timedTraining(train, null);
  const byAll = await timedTraining(train, embedder);
  const words = await timedAnswers(byWords.model, test, null, 'never');
  const always = await timedAnswers(byAll.model, test, embedder, 'always');
  const cascade = await timedAnswers(byAll.model, test, embedder, 'unsure');
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const size = `${train.length} texts, 77 labels`;
  return [
    ...againstScikit(byWords.seconds, words, scikitLearn(train, test), size, test.length),
    {
      name: `training with embeddings, ${size}, ${percent(always.accuracy)} right`,
      figure: byAll.seconds,
      unit: 's',
      against: `training by words alone, ${percent(words.accuracy)} right`,
      ratio: byWords.seconds / byAll.seconds,
    },
    {
      name: `classifying by a cascade, ${percent(cascade.accuracy)} right`,
      figure: test.length / cascade.seconds,
      unit: 'texts/s',
      against: `asking the embeddings always, ${percent(always.accuracy)} right`,
      ratio: always.seconds / cascade.seconds,
    },
  ];
}

function againstScikit(
  trainSeconds: number,
  words: { seconds: number; accuracy: number },
  scikit: Timed | null,
  size: string,
  texts: number,
): BenchResult[] {
  if (!scikit) {
    console.error('The comparison with scikit-learn is left out: "apt-get install python3-sklearn" brings it.');
    return [];
  }
  const against = `scikit-learn, ${(100 * scikit.accuracy).toFixed(1)} % right`;
  return [
    {
      name: `training by words with ${training.folds.many} folds, ${size}`,
      figure: trainSeconds,
      unit: 's',
      against: `${against}, one fit`,
      ratio: scikit.trainSeconds / trainSeconds,
    },
    {
      name: `classifying by words, ${(100 * words.accuracy).toFixed(1)} % right`,
      figure: texts / words.seconds,
      unit: 'texts/s',
      against,
      ratio: scikit.classifySeconds / words.seconds,
    },
  ];
}

async function timedTraining(examples: Example[], embedder: Embedder | null) {
  const started = performance.now();
  const model = await trainClassifier(arrangeExamples(examples, false), training, embedder);
  return { model, seconds: (performance.now() - started) / 1000 };
}

async function timedAnswers(model: TrainedModel, test: Example[], embedder: Embedder | null, asking: Asking) {
  const classify = createClassify(model, embedder, asking);
  const texts = test.map(({ text }) => text);
  await classify(texts.slice(0, 500));
  const started = performance.now();
  const predictions = await classify(texts);
  const seconds = (performance.now() - started) / 1000;
  const right = predictions.filter(({ label }, at) => label === test[at]!.labels[0]).length;
  return { seconds, accuracy: right / test.length };
}

/** Null where Python or scikit-learn is missing. */
function scikitLearn(train: Example[], test: Example[]): Timed | null {
  const pairs = (examples: Example[]) => examples.map(({ text, labels }) => [text, labels[0]]);
  const script = join(packageRoot, 'bench/learn.py');
  const input = JSON.stringify({ train: pairs(train), test: pairs(test) });
  for (const python of ['/usr/bin/python3', 'python3']) {
    const { status, stdout } = spawnSync(python, [script], {
      input,
      encoding: 'utf8',
      // One thread, as ours.
      env: { PATH: '/usr/bin:/bin', OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
    });
    if (status === 0) return JSON.parse(stdout) as Timed;
  }
  return null;
}
