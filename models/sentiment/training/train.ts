import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config.ts';
import { updateCard } from './card.ts';
import { readModelFile } from './scorers.ts';
import { dataFolder } from './sets/data-folder.ts';
import { leanOptions } from './settings.ts';
import { readSources, trainLean } from './train-lean.ts';

/** `npm run train:sentiment`: fits `models/sentiment/en/weights.tsv` anew. Two runs write the same bytes. */
const { examples, trainedOn } = readSources(dataFolder(), readModelFile('en', 'lexicon.tsv'));
for (const { name, texts } of trainedOn) console.log(`${name}: ${texts} texts`);
const weights = trainLean(examples);
writeFileSync(join(packageRoot, 'models/sentiment/en/weights.tsv'), weights);
updateCard('en', { seed: leanOptions.seed, trainedOn });
console.log(`${weights.split('\n').length - 2} grams in models/sentiment/en/weights.tsv`);
