import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLean } from '../../../src/classify/sentiment/lean.ts';
import { parseLexicon } from '../../../src/classify/sentiment/lexicon.ts';
import { splitTerm } from '../../../src/classify/sentiment/pieces.ts';
import { packageRoot } from '../../../src/config.ts';
import { createTokenizer } from '../../../src/text/tokenize.ts';
import { dataFolder } from './data-folder.ts';
import { fitLean } from './fit-lean.ts';
import { readExamples } from './read-examples.ts';
import { leanOptions, mostTexts } from './settings.ts';
import { sources } from './sources.ts';

/** `npm run train:sentiment`: fits `models/sentiment/en/weights.tsv` anew. Two runs write the same bytes. */
const model = join(packageRoot, 'models/sentiment/en');
const lexicon = parseLexicon(readFileSync(join(model, 'lexicon.tsv'), 'utf8'), splitTerm);
const tokenize = createTokenizer();
const examples = sources.flatMap((source) => {
  const read = readExamples(source, dataFolder(), mostTexts, leanOptions.seed, tokenize, lexicon);
  console.log(`${source.name}: ${read.length} texts`);
  return read;
});
const grams = fitLean(examples, leanOptions);
writeFileSync(join(model, 'weights.tsv'), formatLean(grams));
console.log(`${grams.size} grams from ${examples.length} texts in models/sentiment/en/weights.tsv`);
