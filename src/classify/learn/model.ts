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

/** One way of reading a text, with the weights that it learned. */
export interface Expert {
  name: ExpertName;
  weights: Weights;
  /** How closely the weights fit: the cost that was chosen. */
  cost: number;
  /** Length of the embedding in this expert's rows; 0 where it reads words alone. */
  embedding: number;
}

/** How experts' scores become probabilities: softmax of Σ share·score; and below which probability a person must look. */
export interface Pool {
  /** A share for each expert, by its index; 0 where it has no say. */
  shares: number[];
  abstainBelow: number;
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
  experts: Expert[];
  byWords: Pool;
  /** Null for a model of words alone. */
  byAll: Pool | null;
  /** A cascade leaves a text to the words where they are at least so sure. */
  cascadeFrom: number;
  embedder: { name: string; sha256: string; width: number } | null;
  settings: TrainingSettings;
  /** Measured on held-out folds of the training data. */
  quality: { words: Quality; all: Quality | null };
}
