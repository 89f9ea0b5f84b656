/** How a cue is written stands in `parse-cue.ts`; these are the shapes it is read into. */

/** One way in which a word of a text may fit a place of a cue. */
export type Test =
  | { kind: 'word'; value: string }
  | { kind: 'stem'; value: string }
  | { kind: 'prefix'; value: string }
  | { kind: 'tag'; value: string };

/** One place of a cue. */
export interface Place {
  /** Any of these is enough. */
  tests: Test[];
  optional: boolean;
  /** How many words may stand between the place before and this one. */
  gap: number;
}

export interface WordCue {
  kind: 'words';
  /** The cue as the analyst wrote it. */
  source: string;
  /** Alternatives of several words ("can't|refuse") make several patterns. */
  patterns: Place[][];
}

export interface HanPart {
  alternatives: string[];
  /** How many characters may stand between the part before and this one. */
  gap: number;
}

export interface HanCue {
  kind: 'han';
  source: string;
  parts: HanPart[];
}

export type Cue = WordCue | HanCue;
