import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitLean, gramsOf, type ReadExample } from '../../../models/sentiment/training/fit-lean.ts';
import { measure } from '../../../models/sentiment/training/measure.ts';
import { readModelFile } from '../../../models/sentiment/training/scorers.ts';
import { dataFolder } from '../../../models/sentiment/training/sets/data-folder.ts';
import { leanOptions } from '../../../models/sentiment/training/settings.ts';
import { readSources, trainLean } from '../../../models/sentiment/training/train-lean.ts';
import { level } from '../../../src/classify/sentiment/lean.ts';
import { packageRoot } from '../../../src/config.ts';

interface Card {
  version: string;
  seed: number;
  trainedOn: { name: string; licence: string; texts: number }[];
  quality: { set: string; texts: number; twoClasses: number }[];
}
const card = (language: 'en' | 'zh') => JSON.parse(readModelFile(language, 'card.json')) as Card;

/** Texts of two kinds: "queue" is among complaints of both, "scarf" of one, "form" among texts without feeling. */
const examples: ReadExample[] = Array.from({ length: 40 }, (_, i) => [
  { text: '', kind: 'a', feeling: -1 as const, cues: 0, pieces: ['queue', 'scarf', `x${i}`] },
  { text: '', kind: 'b', feeling: -1 as const, cues: -2, pieces: ['a', 'queue', "n't", 'moving'] },
  { text: '', kind: 'a', feeling: 1 as const, cues: 2, pieces: ['the', 'nurse', 'listened'] },
  { text: '', kind: 'b', feeling: 1 as const, cues: 0, pieces: ['listened', ',', 'nurse'] },
  { text: '', kind: 'c', feeling: 0 as const, cues: 0, pieces: ['form', 'queue'] },
]).flat();

describe('fitLean', () => {
  const grams = fitLean(examples, { ...leanOptions, fewestTexts: 3 });

  it('learns what two kinds of text agree on, and neither the topics of one nor ordinary words', () => {
    expect(grams.get('queue')).toBeLessThan(-0.1);
    expect(grams.get('listened')).toBeGreaterThan(0.1);
    for (const gram of ['scarf', 'the', 'form', 'x1']) expect(grams.has(gram), gram).toBe(false);
  });

  it('sets the level where texts without feeling lean nowhere', () => {
    expect(grams.get(level)! + grams.get('queue')! / Math.sqrt(3)).toBeCloseTo(0);
  });

  it('gives the same weights again', () => {
    expect(fitLean(examples, { ...leanOptions, fewestTexts: 3 })).toEqual(grams);
  });

  it('joins neighbours unless a mark stands between, and takes every number for the same', () => {
    expect([...gramsOf(['waited', '45', 'minutes', '.', 'the', 'bill'])].sort()).toEqual(
      ['#', '# minutes', 'bill', 'minutes', 'the bill', 'waited', 'waited #'].sort(),
    );
  });
});

it('measure counts signs and grades, and a score of 0 as wrong', () => {
  const scores: Record<string, number> = { a: 0.5, b: 0.1, c: 0, d: -0.4, e: 0.05 };
  const cases = Object.keys(scores).map((text) => ({
    text,
    feeling: { a: 1, b: 1, c: 1, d: -1, e: 0 }[text] as 1 | -1 | 0,
  }));
  expect(measure(cases, (text) => scores[text]!, 0.15)).toEqual({
    texts: 5,
    twoClasses: 0.75,
    positives: 0.6667,
    negatives: 1,
    threeClasses: 0.6,
  });
});

describe('the cards', () => {
  it('name no source whose licence keeps its weights from being shared', () => {
    expect(card('en').trainedOn.length).toBeGreaterThan(4);
    for (const { licence } of card('en').trainedOn)
      expect(licence).toMatch(/^(?:MIT|CC0|PDDL|CC BY \d|CDLA|public domain)/);
    for (const { licence } of card('en').trainedOn) expect(licence).not.toMatch(/NC|ND|research/);
  });

  it('give figures of texts that were held out', () => {
    for (const language of ['en', 'zh'] as const) {
      const held = card(language).quality.filter(({ set }) => set.includes('held out'));
      expect(held.length).toBeGreaterThan(0);
      for (const { twoClasses } of card(language).quality) expect(twoClasses).toBeGreaterThan(0.7);
    }
  });
});

it.skipIf(!existsSync(join(packageRoot, '../shared/data')))(
  'the weights that ship are those that the script fits (skipped where ../shared/data is absent)',
  () => {
    const { examples: read, trainedOn } = readSources(dataFolder(), readModelFile('en', 'lexicon.tsv'));
    expect(trainedOn).toEqual(card('en').trainedOn);
    const weights = readFileSync(join(packageRoot, 'models/sentiment/en/weights.tsv'), 'utf8');
    expect(trainLean(read) === weights, 'run npm run train:sentiment').toBe(true);
  },
  240_000,
);
