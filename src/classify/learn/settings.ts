/** What shapes a classifier that learns from labelled texts; `pipelines/training.ts` declares it. */
export interface TrainingSettings {
  seed: number;
  /** Held-out parts for quality, calibration and thresholds: `few`, or `many` where there are `manyTexts` or more. */
  folds: { few: number; many: number; manyTexts: number };
  grams: {
    /** A gram in fewer texts is left out; `few` holds where texts are fewer than `fewTexts`. */
    minimumTexts: number;
    few: number;
    fewTexts: number;
    /** The most frequent are kept. */
    largest: number;
  };
  /** Each expert's own way of reading; their answers are pooled. */
  experts: Record<ExpertName, ExpertSettings>;
  /** Length of the embedding beside the words, whose two parts have length 1 each. */
  embedding: number;
  passes: number;
  tolerance: number;
  /** Steps of the fit that would move a text's own score by less are left out. */
  negligible: number;
  /** 0 counts every text alike, 1 every label alike. */
  balance: number;
  /** A person must look at this share of texts like those trained on: the least certain. */
  abstainShare: number;
  /** The cascade asks the embeddings for as few texts as keep this share of the pooled accuracy. */
  cascadeKeeps: number;
}

/** By words alone; by how often each label's texts have a word; by words and embeddings side by side; by embeddings alone. */
export type ExpertName = 'words' | 'counts' | 'joint' | 'embeddings';

export interface ExpertSettings {
  /**
   * How closely the weights may fit, from loosely to closely: from the middle one on, the next is tried until one does worse
   * on the first fold. For counts, what is added to each (smoothing).
   */
  costs: number[];
}
