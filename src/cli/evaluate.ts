import { Command } from 'commander';
import type { Asking } from '../classify/learn/classifier.ts';
import { type Judged, measure, type Quality } from '../classify/learn/quality/measure.ts';
import { readConfig } from '../config.ts';
import type { Classifier } from '../models/open-classifier.ts';
import { askOption } from './classify.ts';
import type { ReadExamples } from './examples.ts';
import { startProgress } from './progress.ts';

interface Options {
  data: string;
  text: string;
  label: string;
  separator?: string;
  ask: Asking;
  json?: boolean;
}

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('Measure a trained model on labelled texts that it has not seen.')
    .argument('<folder>', 'the model')
    .requiredOption('--data <file>', 'labelled texts: CSV, TSV or JSON Lines')
    .requiredOption('--text <column>', 'column of the texts')
    .requiredOption('--label <column>', 'column of the right labels')
    .option('--separator <mark>', 'between the labels of a text that has several')
    .addOption(askOption())
    .option('--json', 'print one object')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  $ earshot evaluate models/topics --data held-out.csv --text comment --label topic\n' +
        '  $ earshot evaluate models/topics --data held-out.csv --text comment --label topic --json | jq .accuracy',
    )
    .action(evaluate);
}

/** What `--json` prints. */
interface Evaluation extends Quality {
  /** Time to classify, without reading the file and loading the model. */
  seconds: number;
  documentsPerSecond: number;
  /** Share of texts for which the embeddings were asked. */
  asked: number;
  /** Texts whose right label the model does not know: none of the other figures counts them. */
  outOfScope: { documents: number; abstained: number; recall: number | null };
  /** Rows passed over. */
  withoutText: number;
  withoutLabel: number;
}

const batchTexts = 256;

async function evaluate(folder: string, options: Options): Promise<void> {
  const { openClassifier } = await import('../models/open-classifier.ts');
  const { readExamples } = await import('./examples.ts');
  const classifier = await openClassifier(folder, { asking: options.ask, dataDir: readConfig().dataDir });
  const read = await readExamples(options);
  const evaluation = await judge(classifier, read);
  console.log(options.json ? JSON.stringify(evaluation) : describe(evaluation));
}

async function judge({ card, classify }: Classifier, read: ReadExamples): Promise<Evaluation> {
  const labels = card.labels.map(({ name }) => name);
  const index = new Map(labels.map((label, at) => [label, at]));
  const judged: Judged[] = [];
  const outside = { documents: 0, abstained: 0 };
  const progress = startProgress('Classifying');
  let asked = 0;
  // The engine of the embeddings is loaded by the first text, which is not what is measured.
  await classify(['A first text.']);
  const started = performance.now();
  for (let from = 0; from < read.examples.length; from += batchTexts) {
    const batch = read.examples.slice(from, from + batchTexts);
    const predictions = await classify(batch.map(({ text }) => text));
    for (const [at, { labels: given, score, abstained, by }] of predictions.entries()) {
      if (by !== 'words') asked += 1;
      const truth = batch[at]!.labels.map((label) => index.get(label) ?? -1);
      if (!truth.includes(-1)) judged.push({ truth, given: given.map((label) => index.get(label)!), score, abstained });
      else {
        outside.documents += 1;
        if (abstained) outside.abstained += 1;
      }
    }
    progress.update(from + batch.length, read.examples.length);
  }
  const seconds = (performance.now() - started) / 1000;
  progress.stop();
  const documents = read.examples.length;
  const { withoutText, withoutLabel } = read;
  return {
    ...measure(judged, labels),
    seconds,
    documentsPerSecond: seconds === 0 ? 0 : documents / seconds,
    asked: documents === 0 ? 0 : asked / documents,
    outOfScope: { ...outside, recall: outside.documents === 0 ? null : outside.abstained / outside.documents },
    withoutText,
    withoutLabel,
  };
}

/** Labels and confusions that fit a screen. */
const mostLines = 20;

function describe(evaluation: Evaluation): string {
  const { documents, accuracy, macroF1, macroRecall, ece, coverage, accuracyAnswered, outOfScope } = evaluation;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const hardest = evaluation.labels.filter(({ support }) => support > 0).sort((a, b) => a.f1 - b.f1);
  return [
    `${documents} texts: ${percent(accuracy)} right, macro F1 ${macroF1.toFixed(3)}, macro recall ${macroRecall.toFixed(3)}`,
    `Calibration error ${ece.toFixed(3)}; it answers ${percent(coverage)} by itself, and of those ${percent(accuracyAnswered)} rightly`,
    outOfScope.documents > 0 &&
      `Texts with labels that it does not know: ${outOfScope.documents}; it abstained from ${percent(outOfScope.recall!)} of them`,
    `${Math.round(evaluation.documentsPerSecond)} texts a second`,
    '\nCoverage, and accuracy among the surest',
    ...evaluation.curve.map((point) => `  ${percent(point.coverage).padStart(7)}  ${percent(point.accuracy)}`),
    '\nLabels, hardest first: precision, recall, F1, texts',
    ...hardest
      .slice(0, mostLines)
      .map((label) =>
        [label.precision, label.recall, label.f1]
          .map((value) => value.toFixed(3))
          .concat(String(label.support).padStart(6), label.label)
          .join('  '),
      )
      .map((line) => `  ${line}`),
    '\nCommonest confusions: right label, given label, texts',
    ...evaluation.confusions.slice(0, mostLines).map(({ truth, given, count }) => `  ${truth} → ${given}  ${count}`),
  ]
    .filter((line) => line !== false)
    .join('\n');
}
