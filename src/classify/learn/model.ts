import type { Weights } from './fit/quantize.ts';
import type { Vocabulary } from './grams/vocabulary.ts';
import type { Quality } from './quality/measure.ts';
import type { ExpertName, TrainingSettings } from './settings.ts';

/** Turns texts into vectors that lie near each other where meanings do. Each vector depends on its own text only. */
export interface Embedder {
  /** The model's name, as a card tells it. */
  name: string;
  /** SHA-256 of its weights. */
  sha256: string;
  width: number;
  /** @param onDone is told how many texts are done. */
  embed(texts: string[], onDone?: (texts: number) => void | Promise<void>): Promise<Float32Array[]>;
}

/** Weights of grams, a constant, and an embedding where it is used; and below which probability a person must look. */
export interface Scorer {
  weights: Weights;
  abstainBelow: number;
}

/** How a scorer was made of experts: all of them are linear in the same features, so their weights add up to one's. */
export interface ExpertShare {
  name: ExpertName;
  /** How closely it fits: the cost that was chosen. */
  cost: number;
  /** What its weights count in the scorer by words alone, and in the one by words and embeddings. */
  byWords: number;
  byAll: number;
}

/** All that a classifier knows: plain data, the same for the same examples and settings. */
export interface TrainedModel {
  labels: string[];
  /** Examples of each label. */
  counts: number[];
  /** True where a text may have several labels, or none. */
  multi: boolean;
  examples: number;
  vocabulary: Vocabulary;
  experts: ExpertShare[];
  byWords: Scorer;
  /** Null for a model of words alone. */
  byAll: Scorer | null;
  /** A cascade leaves a text to the words where they are at least so sure. */
  cascadeFrom: number;
  embedder: { name: string; sha256: string; width: number } | null;
  settings: TrainingSettings;
  /** Measured on held-out folds of the training data. */
  quality: { words: Quality; all: Quality | null };
}
