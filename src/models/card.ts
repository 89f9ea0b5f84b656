import { longestText } from '../classify/learn/grams/scan.ts';
import type { ExpertShare, TrainedModel } from '../classify/learn/model.ts';
import type { Quality } from '../classify/learn/quality/measure.ts';
import type { TrainingSettings } from '../classify/learn/settings.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import type { ExampleSource } from './classifier-folder.ts';

/** A share that was measured, and between which it lies with a confidence of 95 %. */
export interface Measured {
  value: number;
  lower: number;
  upper: number;
}

/** What a model says of itself: `card.json`. */
export interface ModelCard {
  format: 'earshot-classifier-1';
  name: string;
  /** SHA-256 over the files: a new number for each new model. */
  version: string;
  /** Of Earshot, when the model was trained. */
  earshot: string;
  severalLabels: boolean;
  examples: number;
  labels: { name: string; examples: number }[];
  sources: ExampleSource[];
  features: string[];
  embedder: TrainedModel['embedder'];
  /** By cross-validation on the training data: each text judged by weights that never saw it. */
  quality: { words: CardQuality; wordsAndEmbeddings: CardQuality | null };
  limits: string[];
  settings: TrainingSettings;
  experts: ExpertShare[];
  /** Below which probability a person must look, by words alone and by all. */
  abstainBelow: { words: number; wordsAndEmbeddings: number | null };
  cascadeFrom: number;
  /** SHA-256 of the files beside the card. */
  files: Record<string, string>;
}

export interface CardQuality {
  accuracy: Measured;
  macroF1: number;
  macroRecall: number;
  ece: number;
  coverage: number;
  accuracyAnswered: number;
  labels: { name: string; precision: Measured | null; recall: Measured | null; f1: number }[];
}

/** Two-sided. */
const confidence = 0.95;

/** Fills in the card of a model that was just trained. */
export function makeCard(
  name: string,
  model: TrainedModel,
  sources: ExampleSource[],
  files: Record<string, string>,
  earshot: string,
): ModelCard {
  const { labels, counts, multi, examples, embedder, quality, settings, experts, byWords, byAll, cascadeFrom } = model;
  return {
    format: 'earshot-classifier-1',
    name,
    version: files['weights.bin']!.slice(0, 12),
    earshot,
    severalLabels: multi,
    examples,
    labels: labels.map((label, k) => ({ name: label, examples: counts[k]! })),
    sources,
    features: describeFeatures(model),
    embedder,
    quality: { words: summarize(quality.words), wordsAndEmbeddings: quality.all && summarize(quality.all) },
    limits: describeLimits(model),
    settings,
    experts,
    abstainBelow: { words: byWords.abstainBelow, wordsAndEmbeddings: byAll?.abstainBelow ?? null },
    cascadeFrom,
    files,
  };
}

function describeFeatures({ vocabulary, embedder }: TrainedModel): string[] {
  const grams = `${vocabulary.hashes.length} words, pairs of words and groups of 2 to 5 letters, weighed by tf-idf`;
  return embedder ? [grams, `embeddings of ${embedder.name}, ${embedder.width} numbers a text`] : [grams];
}

function describeLimits({ labels, counts, embedder }: TrainedModel): string[] {
  const few = labels.flatMap((label, k) => (counts[k]! < 5 ? [`"${label}" (${counts[k]})`] : []));
  return [
    `Of each text the first ${longestText} characters are read.`,
    'It knows the labels it was trained on and no others; texts unlike its examples are right less often than measured here.',
    ...(embedder
      ? []
      : ['It was trained on words alone: two texts that mean the same in other words look different to it.']),
    ...(few.length > 0
      ? [`Labels with fewer than 5 examples are little more than a guess: ${few.slice(0, 20).join(', ')}.`]
      : []),
  ];
}

function summarize(quality: Quality): CardQuality {
  const { documents, accuracy, macroF1, macroRecall, ece, coverage, accuracyAnswered } = quality;
  return {
    accuracy: measured(accuracy, documents)!,
    macroF1,
    macroRecall,
    ece,
    coverage,
    accuracyAnswered,
    labels: quality.labels.map(({ label, precision, recall, f1, support, given }) => ({
      name: label,
      precision: measured(precision, given),
      recall: measured(recall, support),
      f1,
    })),
  };
}

/** Wilson's interval; null where nothing was measured. */
function measured(share: number, trials: number): Measured | null {
  return trials === 0 ? null : { value: share, ...wilsonInterval(Math.round(share * trials), trials, confidence) };
}
