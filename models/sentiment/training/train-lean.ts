import { formatLean } from '../../../src/classify/sentiment/lean.ts';
import { parseLexicon } from '../../../src/classify/sentiment/lexicon.ts';
import { splitTerm } from '../../../src/classify/sentiment/pieces.ts';
import { createTokenizer } from '../../../src/text/tokenize.ts';
import { fitLean, type ReadExample } from './fit-lean.ts';
import { readExamples } from './read-examples.ts';
import { sources } from './sets/sources.ts';
import { leanOptions, mostTexts } from './settings.ts';

/** A source as a card names it. */
export interface TrainedOn {
  name: string;
  licence: string;
  labels: string;
  texts: number;
}

/** The texts of every source below `folder`, read with a lexicon's cues. */
export function readSources(folder: string, lexiconText: string): { examples: ReadExample[]; trainedOn: TrainedOn[] } {
  const lexicon = parseLexicon(lexiconText, splitTerm);
  const tokenize = createTokenizer();
  const examples: ReadExample[] = [];
  const trainedOn: TrainedOn[] = [];
  for (const source of sources) {
    const own = readExamples(source, folder, mostTexts, leanOptions.seed, tokenize, lexicon);
    for (const example of own) examples.push(example);
    trainedOn.push({ name: source.name, licence: source.licence, labels: source.labels, texts: own.length });
  }
  return { examples, trainedOn };
}

/** The content of `weights.tsv`. */
export function trainLean(examples: ReadExample[], fewestKinds = leanOptions.fewestKinds): string {
  return formatLean(fitLean(examples, { ...leanOptions, fewestKinds }));
}
