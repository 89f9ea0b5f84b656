import type { Taxonomy } from '../types.ts';

/** What the analyser knows: plain data, so that a thread can load the same by name. */
export interface Models {
  taxonomy: Taxonomy;
  /** The text of the lexicon of feeling, by language. */
  sentiment: { en: string; zh: string };
  /** The version of each model and vocabulary, by name; every analysis carries them. */
  versions: Record<string, string>;
}
