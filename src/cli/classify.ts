import { Command, Option } from 'commander';
import type { Asking } from '../classify/learn/classifier.ts';
import type { Prediction } from '../classify/learn/prediction.ts';
import { readConfig } from '../config.ts';
import type { DataRecord } from '../ingest/records/read-records.ts';
import type { Classifier } from '../models/open-classifier.ts';
import { OutputClosed, writeOut } from './write-out.ts';

interface Options {
  text: string;
  ask: Asking;
  json?: boolean;
}

/** How `evaluate` and `classify` say when embeddings are asked. */
export function askOption(): Option {
  return new Option('--ask <when>', 'embeddings for every text, only where words alone are unsure (faster), or never')
    .choices(['always', 'unsure', 'never'])
    .default('always');
}

export function classifyCommand(): Command {
  return new Command('classify')
    .description('Classify rows from standard input (CSV, TSV or JSON Lines) by a trained model, as they come.')
    .argument('<folder>', 'the model')
    .requiredOption('--text <column>', 'column of the texts')
    .addOption(askOption())
    .option('--json', 'print one object a row, a line each')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  $ earshot classify models/topics --text comment < answers.csv\n' +
        '  $ earshot classify models/topics --text comment --json < answers.jsonl | jq -c "[.label, .score]"',
    )
    .action(classify);
}

/** Rows classified together: enough to keep the engine busy, few enough to come out soon. */
const batchRows = 64;

async function classify(folder: string, { text, ask, json }: Options): Promise<void> {
  const { openClassifier } = await import('../models/open-classifier.ts');
  const { readRecords } = await import('../ingest/records/read-records.ts');
  const { requireColumns } = await import('./examples.ts');
  const classifier = await openClassifier(folder, { asking: ask, dataDir: readConfig().dataDir });
  const { columns, records } = await readRecords(process.stdin);
  requireColumns(columns, [text]);
  try {
    let batch: DataRecord[] = [];
    for await (const record of records) {
      batch.push(record);
      if (batch.length < batchRows) continue;
      await answer(classifier, batch, text, json === true);
      batch = [];
    }
    await answer(classifier, batch, text, json === true);
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
  }
}

async function answer({ classify }: Classifier, batch: DataRecord[], column: string, json: boolean): Promise<void> {
  const texts = batch.map((record) => ('fault' in record ? '' : record.value(column)));
  const predictions = await classify(texts);
  const lines = batch.map((record, at) => {
    const text = texts[at]!;
    const fault = 'fault' in record ? record.fault : text.trim() === '' ? 'The row has no text.' : null;
    if (fault !== null && 'fault' in record) process.exitCode = 1;
    const result = fault === null ? predictions[at]! : unanswered;
    return json
      ? JSON.stringify({ row: record.number, ...result, ...(fault !== null && { fault }) })
      : describe(record.number, result, fault);
  });
  if (lines.length > 0) writeOut(`${lines.join('\n')}\n`);
}

const unanswered = { label: null, labels: [], score: 0, alternatives: [], abstained: true, words: [] };

function describe(
  row: number,
  { label, labels, score, abstained, words }: Omit<Prediction, 'by'>,
  fault: string | null,
) {
  if (fault !== null) return `${row}\t${fault}`;
  const answer = abstained ? `unsure (${label ?? 'none'})` : labels.join(', ') || 'none';
  return `${row}\t${answer}\t${score.toFixed(2)}\t${words.map((word) => word.text).join(' ')}`;
}
