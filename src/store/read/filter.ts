import type { CaseState, Channel, Facet, Grade, Priority } from '../../types.ts';

/** Texts whose labels changed; `''` as a category stands for being understood. */
export interface Relabelled {
  cause: 'relabelled' | 'vocabulary' | 'model';
  added: boolean;
  /** Changes of labels after `from`, up to `to`. */
  from: number;
  to: number;
  categories: string[];
}

/**
 * Which texts are meant: by every count of a page and by the list that its link opens. All conditions must hold; within
 * one array any member is enough, except where said. An empty array, `null` and `''` set no condition.
 */
export interface TextFilter {
  /** Every one of these categories is affirmed. */
  categories: string[];
  /** The grade towards each of `categories`. */
  categoryGrades: Grade[];
  /** Some category of one of these facets is affirmed. */
  facets: Facet[];
  channels: Channel[];
  languages: string[];
  /** Whether a model reads the text's language. */
  understood: boolean | null;
  /** First and last day of receipt, `YYYY-MM-DD` in UTC. */
  fromDay: string | null;
  toDay: string | null;
  /** The grade of the whole text. */
  grades: Grade[];
  customer: string | null;
  /** Coded data, as pairs of name and value; every one must hold. */
  attributes: [name: string, value: string][];
  /** Coded data that has any value; every one must. */
  fields: string[];
  /** Coded data that is a number from `low` to `high`, both included; every one must hold. */
  ranges: [name: string, low: number, high: number][];
  /** Whether it names something of the vocabulary, signals apart. */
  covered: boolean | null;
  /** The texts of one finding of a night, as `run/kind/place`. */
  found: string | null;
  /** Every one of these, apart by spaces, is a word of subject or text or begins one; case does not matter. */
  words: string;
  /** The text's case: */
  teams: string[];
  caseStates: CaseState[];
  priorities: Priority[];
  /** Not closed, and due before this moment. */
  overdueAt: Date | null;
  /** Only texts with a higher document id: what arrived after a night had read. */
  after: number | null;
  /** Categories, and whether a text is understood, as they were when this change of labels was the last; null for now. */
  labelsAt: number | null;
  /** Between two changes of labels these categories came to be affirmed together, or ceased to be, for this reason. */
  relabelled: Relabelled | null;
  /** Highest document id, so that a count still opens the same texts when more have come in. */
  through: number | null;
}

/** Sets no condition: every text. */
export const everyText: TextFilter = {
  categories: [],
  categoryGrades: [],
  facets: [],
  channels: [],
  languages: [],
  understood: null,
  fromDay: null,
  toDay: null,
  grades: [],
  customer: null,
  attributes: [],
  fields: [],
  ranges: [],
  covered: null,
  found: null,
  words: '',
  teams: [],
  caseStates: [],
  priorities: [],
  overdueAt: null,
  after: null,
  labelsAt: null,
  relabelled: null,
  through: null,
};
