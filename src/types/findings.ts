/** What a night finds besides relations, checks, trends, deviations and sequences; kept in its order, as JSON. */
export interface Findings {
  coded: CodedRelation[];
  skippedFields: SkippedField[];
  apart: Apart[];
  steadiness: Steadiness[];
  sets: CategorySet[];
  changes: ChangePoint[];
  coverage: Coverage[];
  topics: DiscoveredTopic[];
  topicFlows: TopicFlow[];
  newcomers: Newcomer[];
  crossSell: CrossSellCue[];
  drivers: Driver[];
}

/** A value of a coded field: the value itself as `label`, or a band of numbers from `low` to `high`, both included. */
export interface CodedValue {
  field: string;
  label: string;
  low: number | null;
  high: number | null;
}

/** A category and a value of coded data, over the texts that have the field, against what chance would give. */
export interface CodedRelation extends CodedValue {
  category: string;
  /** Texts with the field, those of them with the category, with the value, with both. */
  documents: number;
  categoryCount: number;
  valueCount: number;
  observed: number;
  expected: number;
  lift: number;
  /** 99 % one-sided bounds of the lift. */
  lower: number;
  upper: number;
  p: number;
  /** Benjamini–Hochberg over every pair of a category and a value that could have met often enough. */
  q: number;
  /** Mean sentiment of the texts with both, and its 99 % interval; null where texts are too few to say. */
  sentiment: number | null;
  sentimentLower: number | null;
  sentimentUpper: number | null;
  /** Share of resamples in which the lower bound stays above 1; null where that was not looked at. */
  stability: number | null;
}

/** Coded data that was left out, and why, in words. */
export interface SkippedField {
  field: string;
  reason: string;
}

/** Two categories that texts name together less often than chance would have it: the upper bound of lift is below 1. */
export interface Apart {
  antecedent: string;
  consequent: string;
  antecedentCount: number;
  consequentCount: number;
  observed: number;
  expected: number;
  lift: number;
  upper: number;
  p: number;
  q: number;
}

/** How firm a relation stands: does it outlive other customers having written, and how do its joint texts feel? */
export interface Steadiness {
  antecedent: string;
  consequent: string;
  /** Share of resamples of customers in which the lower bound of lift stays above 1. */
  stability: number;
  sentimentLower: number | null;
  sentimentUpper: number | null;
}

/** Three categories or more that go together beyond what any parting of them in two explains. */
export interface CategorySet {
  categories: string[];
  observed: number;
  /** By the parting in two that expects most. */
  expected: number;
  lift: number;
  /** The largest p of its partings: the weakest reason to believe in it. */
  p: number;
  q: number;
}

/** From this day on a category is named more, or less, than before. */
export interface ChangePoint {
  category: string;
  /** The first day of the new level; the old one began on `fromDay`, the new one lasts to `toDay`. */
  day: string;
  fromDay: string;
  toDay: string;
  /** Texts of either level, and those of them with the category. */
  beforeTexts: number;
  beforeCount: number;
  afterTexts: number;
  afterCount: number;
  /** The new rate over the old one, weekdays evened out; null where the old one was none. */
  ratio: number | null;
  /** That one level explains both so badly, scatter allowed for. */
  p: number;
}

/** How much of what customers say the vocabulary covers; one a night. */
export interface Coverage {
  /** Texts that a model reads, and those of them that name a topic, a product, a cause or a competitor. */
  texts: number;
  covered: number;
  /** Of the others, those that were looked at, and those that speak of a discovered topic. */
  lookedAt: number;
  discovered: number;
}

/** A topic among texts that no category covers. */
export interface DiscoveredTopic {
  /** Permanent: the same topic keeps it on later nights. */
  id: string;
  bornDay: string;
  /** Its most telling words. */
  terms: string[];
  /** Words by which a category would see it, as a taxonomy writes them. */
  cues: string[];
  documents: number[];
  /** The most typical sentences. */
  examples: { document: number; start: number; end: number }[];
}

/** Where texts went from topic to topic between two nights; the texts are the proof. */
export interface TopicFlow {
  kind: 'birth' | 'split' | 'merge' | 'end';
  from: string | null;
  to: string | null;
  documents: number[];
}

/** What a person says of a name that no vocabulary knew. */
export const nameVerdicts = ['competitor', 'product', 'noise'] as const;
export type NameVerdict = (typeof nameVerdicts)[number];

/** A name that no vocabulary holds, near phrases of switching or rising beyond its past. */
export interface Newcomer {
  name: string;
  /** Different customers who name it, and texts that do so after a phrase of switching. */
  customers: number;
  switching: number;
  /** The first sentence that named it. */
  first: { document: number; start: number; end: number; day: string };
  documents: number[];
  /** Texts of the last days, and how many its past lets one expect; null where it did not rise. */
  recentObserved: number | null;
  recentExpected: number | null;
  q: number | null;
}

/** Something that customers ask for beyond what they have. */
export interface CrossSellCue {
  asked: string;
  /** How they ask, such as "do you also". */
  phrases: string[];
  documents: number[];
  first: { document: number; start: number; end: number };
}

/** What moves satisfaction: a topic, or a value of coded data. */
export interface Driver {
  category: string | null;
  value: CodedValue | null;
  texts: number;
  /** How much better the texts with it feel, all else equal, on the scale of sentiment, with its 99 % interval. */
  effect: number;
  lower: number;
  upper: number;
  /** The effect times the share of texts: what it does to the mean of all. */
  impact: number;
  p: number;
  q: number;
}
