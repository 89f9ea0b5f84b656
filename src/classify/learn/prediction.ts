/** What a classifier says of one text. */
export interface Prediction {
  /** The label given; null where a text may have several and none is likely. */
  label: string | null;
  /** All labels given, likeliest first: one, or for texts of several labels any number. */
  labels: string[];
  /** Calibrated probability that `labels` is right. */
  score: number;
  /** The next likeliest labels with their probabilities. */
  alternatives: { label: string; score: number }[];
  /** True where the classifier is too unsure to be followed: a person must look. */
  abstained: boolean;
  /** The words that spoke for the first label most, strongest first. Offsets are those of `String.slice`. */
  words: WeighedWord[];
  /** What was asked for this text. */
  by: 'words' | 'words+embeddings';
}

export interface WeighedWord {
  text: string;
  start: number;
  end: number;
  /** How far it lifts the label's score above the other labels' mean. */
  weight: number;
}
