import type { TrainingSettings } from '../src/classify/learn/settings.ts';

/** How a classifier learns from labelled texts, and from when on it asks for help. */
export const training = {
  // Two runs shuffle alike.
  seed: 1,
  // Quality, calibration and thresholds come from texts held out, a fifth at a time; of many texts a third, which is sooner done.
  folds: { few: 5, many: 3, manyTexts: 5000 },
  // A word or a group of letters counts when two texts hold it; of few texts, every one is worth a look.
  grams: { minimumTexts: 2, few: 1, fewTexts: 3000, largest: 300_000 },
  // How closely each expert may fit (for counts, what is added to each): from the middle on, until one does worse.
  experts: {
    words: { costs: [0.5, 2, 8] },
    counts: { costs: [1, 0.3, 0.1, 0.03] },
    joint: { costs: [0.5, 2, 8] },
    embeddings: { costs: [0.5, 2, 8] },
  },
  // How long each half of the embedding is beside the words, whose two parts have length 1.
  embedding: 2,
  // Passes over the examples stop when one moves less than a tenth of what the first moved.
  passes: 30,
  tolerance: 0.1,
  // Scores are worth no closer look than this: probabilities move by about a hundredth.
  negligible: 0.05,
  // Rare labels count a little more than their share.
  balance: 0.4,
  // The least certain twentieth is for a person.
  abstainShare: 0.05,
  // Embeddings are asked where words are unsure: as rarely as keeps this share of what asking always gets right.
  cascadeKeeps: 0.995,
} satisfies TrainingSettings;
