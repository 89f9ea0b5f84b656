import { intake } from '../../../pipelines/intake.ts';
import { updateCard } from './card.ts';
import type { ReadExample } from './fit-lean.ts';
import { type Measured, measure } from './measure.ts';
import { createTextScorer, readModelFile } from './scorers.ts';
import { dataFolder } from './sets/data-folder.ts';
import { evaluationSets } from './sets/evaluation-sets.ts';
import { readSources, trainLean } from './train-lean.ts';

/**
 * `npm run evaluate:sentiment`: measures both models on sets that no weight was trained on, and the English one on each kind
 * of text that it was trained on with weights fitted to the other kinds; prints the figures and writes them to the cards.
 */
const lexicon = readModelFile('en', 'lexicon.tsv');
const models = {
  en: { lexicon, weights: readModelFile('en', 'weights.tsv') },
  zh: { lexicon: readModelFile('zh', 'lexicon.tsv') },
};
type Row = { set: string; licence: string } & Measured;
const tables: Record<'en' | 'zh', Row[]> = { en: [], zh: [] };

for (const { name, language, licence, read } of evaluationSets) {
  const measured = measure(read(dataFolder()), createTextScorer(language, models[language]), intake.grades.positive);
  tables[language].push({ set: name, licence, ...measured });
}
const { examples } = readSources(dataFolder(), lexicon);
for (const [kind, licence] of [
  ['nhs', 'MIT'],
  ['clothing', 'CC0'],
] as const) {
  const held = (example: ReadExample) => example.kind === kind;
  // One kind less to agree: with two left, one is enough.
  const others = examples.filter((example) => !held(example));
  const weights = trainLean(others, 1);
  const measured = measure(examples.filter(held), createTextScorer('en', { lexicon, weights }), intake.grades.positive);
  tables.en.push({ set: `training texts of the kind "${kind}", by weights fitted without them`, licence, ...measured });
}
for (const language of ['en', 'zh'] as const) {
  updateCard(language, { quality: tables[language] });
  console.table(
    tables[language].map(({ set, texts, twoClasses, positives, negatives, threeClasses }) => {
      return { set: set.slice(0, 60), texts, twoClasses, positives, negatives, threeClasses };
    }),
  );
}
