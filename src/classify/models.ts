import type { Taxonomy } from '../types.ts';
import type { SentimentModel } from './sentiment/scorer.ts';
import type { ModelInUse } from './sighting.ts';

/** What the analyser knows: plain data, so that a thread can load the same by name. */
export interface Models {
  taxonomy: Taxonomy;
  /** The files of the models of feeling, by language. */
  sentiment: { en: SentimentModel; zh: SentimentModel };
  /** Trained models besides, and the folder of what they fetch and cache; left out for none. */
  classifiers?: { uses: ModelInUse[]; dataDir: string };
  /** The model of embeddings for categories with examples, and the folder of its cache; left out where there are none. */
  examples?: { name: string; sha256: string; dataDir: string };
  /** The version of each model and vocabulary, by name; every analysis carries them. */
  versions: Record<string, string>;
}
