/** What shapes a classifier that learns from labelled texts; `pipelines/training.ts` declares it. */
export interface TrainingSettings {
  seed: number;
  /** Held-out parts for quality, calibration and thresholds. */
  folds: number;
  grams: {
    /** A gram in fewer texts is left out; `few` holds where texts are fewer than `fewTexts`. */
    minimumTexts: number;
    few: number;
    fewTexts: number;
    /** The most frequent are kept. */
    largest: number;
  };
  /** How closely the weights fit: by words alone, and by words with embeddings. */
  cost: { words: number; joint: number };
  passes: number;
  tolerance: number;
  /** 0 counts every text alike, 1 every label alike. */
  balance: number;
  /** Lengths of the parts beside words (1 for words, 1 for characters) where embeddings are used. */
  parts: { embedding: number; feeling: number };
  /** A person must look at this share of texts like those trained on: the least certain. */
  abstainShare: number;
  /** The cascade asks the embeddings for as few texts as keep this share of the joint accuracy. */
  cascadeKeeps: number;
}
