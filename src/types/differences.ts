/**
 * Why a text counts tonight and did not the night before, or the other way round:
 * `new` was received since; `late` was received before, and arrived since; `window` has entered or left the days that a
 * night looks at; `relabelled` by a person; read anew by another `vocabulary` or `model`; `erased` from the store.
 */
export const causes = ['new', 'late', 'window', 'relabelled', 'vocabulary', 'model', 'erased'] as const;
export type Cause = (typeof causes)[number];

/** What one cause did to the count of a category, or of two named together, between two nights. */
export interface CountChange {
  /** '' for all texts. */
  category: string;
  /** The second of a pair; '' for one category alone. */
  other: string;
  cause: Cause;
  /** Texts that count now and did not then, and the other way round. */
  added: number;
  removed: number;
}

/** The part of a night that decides which texts it counts. */
export interface NightBounds {
  day: string;
  fromDay: string | null;
  throughId: number;
}

/** A text that one of two nights may count otherwise than the other, with what it was counted for at each. */
export interface TouchedText {
  id: number;
  day: string;
  /** Categories that it affirms, with '' for the text itself where a model reads it; none where it is erased. */
  now: string[];
  then: string[];
  /** Why, category by category, where `now` and `then` differ. */
  changed: { category: string; cause: Cause }[];
}

/** A number that a second count along another path found otherwise. */
export interface Discrepancy {
  /** What is counted, and what tells it from others of its kind: `{ kind: 'relation', categories: ['a', 'b'] }`. */
  number: { kind: string; categories: string[]; fromDay?: string; toDay?: string; channel?: string };
  told: number;
  counted: number;
}
