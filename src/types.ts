/**
 * The nouns of Earshot. Data moves one way:
 *
 *     inbox ─► RawText ─► Document ─► Analysis ─► Route ─► Case
 *                             │
 *                             └─► Relation ─► Report
 *
 * Offsets (`start`, `end`) count UTF-16 code units of the document's `text`, end exclusive, as `String.slice` does.
 */

export const channels = ['email', 'call', 'survey'] as const;
export type Channel = (typeof channels)[number];

/** How the bytes of one text are written; told from their content. */
export const formats = ['eml', 'vtt', 'srt', 'contact-lens', 'dialogue', 'csv', 'tsv', 'jsonl', 'plain'] as const;
export type Format = (typeof formats)[number];

/** One text as it came in: the bytes of one mail, one transcript, or one survey row with its header. */
export interface RawText {
  /** SHA-256 in hex of the bytes, and of which copy it is among equal rows of one file. */
  id: string;
  /** Where it came from, for people: `march.mbox#17`, `answers.csv#row 212`. */
  source: string;
  channel: Channel;
  format: Format;
  bytes: Uint8Array;
  /** When the file was last changed; stands in when the text itself has no date. */
  modifiedAt: Date;
  mapping: SurveyMapping | null;
}

/** Something that could not be read, kept aside with its bytes for a replay. */
export interface Failure {
  source: string;
  reason: string;
}

/** Which columns of a survey file mean what; every other column becomes coded data. */
export interface SurveyMapping {
  text: string[];
  id?: string;
  customer?: string;
  date?: string;
  /** How a date such as 03/04/2024 is read; left out, it is told from the file's first rows. */
  dateOrder?: 'dmy' | 'mdy';
  language?: string;
  subject?: string;
  /** Columns to leave out altogether. */
  ignore?: string[];
}

export type Role = 'customer' | 'agent' | 'unknown';

export interface Utterance {
  speaker: string;
  role: Role;
  start: number;
  end: number;
  /** Seconds from the start of the call; null where the transcript has no times. */
  at: number | null;
}

/** One customer text, whatever the channel. */
export interface Document {
  rawId: string;
  /** Equal for the same text met twice in different wrappings (a mail in an mbox and as a file). */
  fingerprint: string;
  channel: Channel;
  source: string;
  externalId: string | null;
  threadId: string | null;
  customerId: string | null;
  receivedAt: Date;
  /** ISO 639-1 code, or `und` where it cannot be told. */
  language: string;
  subject: string | null;
  /** What is analysed and shown: quotes of earlier mails and signatures are left out. */
  text: string;
  utterances: Utterance[];
  /** Coded data: age, gender, region, segment, product … */
  attributes: Record<string, string>;
}

/** A document with its place in the store. */
export interface StoredDocument extends Document {
  id: number;
}

export const facets = ['topic', 'product', 'cause', 'signal', 'competitor'] as const;
export type Facet = (typeof facets)[number];

/** A node of a taxonomy: what it means, and the words by which it is seen. */
export interface Category {
  /** Dotted path, permanent: `billing.overcharged`. */
  id: string;
  facet: Facet;
  name: string;
  parent: string | null;
  definition: string;
  cues: string[];
  /** Exclusions: a mention that overlaps a match of one of these is dropped. */
  not: string[];
  /** Three to ten English sentences, by likeness to which it is seen too; left out for a category of cues alone. */
  examples?: string[];
}

export interface Taxonomy {
  name: string;
  title: string;
  /** SHA-256 of the file, so that every analysis says which vocabulary made it. */
  version: string;
  categories: Category[];
}

/** Universal part-of-speech tag (universaldependencies.org/u/pos). */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Token {
  text: string;
  lower: string;
  /** Porter stem of an English word, the word itself in other languages. */
  stem: string;
  pos: PartOfSpeech;
  start: number;
  end: number;
  negated: boolean;
}

export interface TokenizedSentence {
  start: number;
  end: number;
  tokens: Token[];
}

/** From −1 (very negative) to 1 (very positive). */
export interface Sentiment {
  score: number;
  grade: Grade;
}

/** Five grades: very negative, negative, neutral, positive, very positive. */
export type Grade = -2 | -1 | 0 | 1 | 2;

export interface AnalysedSentence {
  start: number;
  end: number;
  /** Index into the document's utterances, or null where it has none. */
  utterance: number | null;
  sentiment: Sentiment;
}

/** The evidence for a category: the words that named it. */
export interface Mention {
  /** Index into the analysis' sentences. */
  sentence: number;
  /** An empty span stands for the text as a whole. */
  start: number;
  end: number;
  category: string;
  /** `overruled`: found, but a person says that the text does not name the category. Counts for nothing. */
  polarity: 'affirmed' | 'negated' | 'overruled';
  /** Sentiment of the clause that holds the words. */
  sentiment: number;
  /** Strength of the evidence, 0 to 1: 1 for a cue of the vocabulary, and for what a person says. */
  score: number;
  /** What found it: `cue:<the cue as written>`, `model:<name>`, `examples:<category>` or `person`. */
  by: string;
}

export const verdicts = ['yes', 'no', 'withdrawn'] as const;
/** The text names the category; it does not; what was said before is taken back, so that the analysis holds again. */
export type Verdict = (typeof verdicts)[number];

/** What a person says of a category of a text. Outlives every new analysis. */
export interface Correction {
  category: string;
  verdict: Verdict;
  /** The words that made the person say so; both 0 for the text as a whole. */
  start: number;
  end: number;
  /** Who says it, and when. */
  actor: string;
  at: Date;
}

/** A category that the document affirms at least once, with how the customer feels about it. */
export interface DocumentCategory {
  category: string;
  facet: Facet;
  mentions: number;
  sentiment: Sentiment;
}

export interface Analysis {
  sentences: AnalysedSentence[];
  mentions: Mention[];
  categories: DocumentCategory[];
  sentiment: Sentiment;
  /** False where no model reads the language: stored, counted and shown as such. */
  understood: boolean;
  /** The version of each model and vocabulary that said so, by name. */
  versions: Record<string, string>;
}

export const priorities = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

/** A team that a complaint may belong to. */
export interface Suggestion {
  team: string;
  /** Calibrated probability that the team is right. */
  score: number;
}

/** Where a complaint goes, and what made it so. */
export interface Route {
  team: string;
  priority: Priority;
  dueAt: Date;
  /** Name of the rule, or of the model. */
  by: string;
  /** The rule's sentence in plain words, for people. */
  because: string;
  /** Calibrated probability that the team is right; 1 for a rule. */
  score: number;
  /** Indexes of the analysis' sentences that made it so. */
  sentences: number[];
  /** The teams that a model finds likeliest, that one first; empty where a rule says it or no model was asked. */
  suggestions: Suggestion[];
  /** Marks that the rule gave it, for people to sort by. */
  tags?: string[];
}

/** Where a model in the shadow would have sent a complaint. */
export interface ShadowRoute extends Pick<Route, 'team' | 'score' | 'because'> {
  /** `model 7`. */
  candidate: string;
}

export const caseStates = ['open', 'accepted', 'answered', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

/** A routed complaint. */
export interface Case extends Route {
  id: number;
  documentId: number;
  state: CaseState;
  openedAt: Date;
  /** Counts every change. */
  version: number;
  /** The user who looks after it. */
  ownerId: number | null;
  /** The case that its complaints went to. */
  mergedInto: number | null;
  tags: string[];
}

/** Two categories and how often texts name both, against what chance would give. */
export interface Relation {
  antecedent: string;
  consequent: string;
  /** Texts in all, with the antecedent, with the consequent, with both. */
  documents: number;
  antecedentCount: number;
  consequentCount: number;
  observed: number;
  expected: number;
  lift: number;
  /** 99 % one-sided bounds of the lift. */
  lower: number;
  upper: number;
  p: number;
  /** Benjamini–Hochberg over every pair tested in the run. */
  q: number;
  /** Mean sentiment of the texts that name both, −1 to 1. */
  sentiment: number;
}

/** What becomes of a relation within the values of one coded field, such as region, or of the channel. */
export interface RelationCheck {
  antecedent: string;
  consequent: string;
  field: string;
  /** Values of the field. */
  strata: number;
  /** It holds within them, vanishes, reverses as in Simpson's paradox, or they are too thin to say. */
  verdict: 'holds' | 'vanishes' | 'reverses' | 'unclear';
  /** Odds ratio over all texts with the field; null where a zero makes it infinite or unknown. */
  pooled: number | null;
  /** Common odds ratio within the values, with its interval; null likewise. */
  oddsRatio: number | null;
  lower: number | null;
  upper: number | null;
  p: number;
}

/** How often a category was named on a day, or in a week, against what its own past lets one expect. */
export interface Trend {
  category: string;
  /** The last day of the stretch, and how many days it has: 1 or 7. */
  day: string;
  days: number;
  observed: number;
  expected: number;
  /** (O − E)/√E, as IBM's Content Miner has it: above 2 or below −2 is unusual, from 3 worth a look. */
  indicator: number;
  /** Two-sided p of a count this far out, under a negative binomial law where the past scatters more than chance. */
  p: number;
  /** Benjamini–Hochberg over every category of the stretch. */
  q: number;
}

/** How often a category was named in a month, against what all months and categories of the window let one expect. */
export interface Deviation {
  category: string;
  fromDay: string;
  toDay: string;
  observed: number;
  expected: number;
  /** (O − E)/√E: above 2 or below −2 is unusual, from 3 worth a look. */
  indicator: number;
  p: number;
  /** Benjamini–Hochberg over every month and category. */
  q: number;
}

/** One category followed by another within a customer. */
export interface FoundSequence {
  first: string;
  then: string;
  withinDays: number;
  /** Customers with `then` after `first` within those days, and the mean of that over all shuffled orders. */
  customers: number;
  expected: number;
  /** Chance of as many customers or more in shuffled order. */
  p: number;
  /** Benjamini–Hochberg over every ordered pair that enough customers could show. */
  q: number;
  /** Some of the customers. */
  examples: string[];
}

/** What one mining run read and used. */
export interface Run {
  id: number;
  startedAt: Date;
  endedAt: Date | null;
  /** The night is for this day; null where the store was empty. It looks at texts received up to it, UTC. */
  day: string | null;
  /** The first day that it looks at; null for the whole store. */
  fromDay: string | null;
  /** The run counts documents with an id up to this one, so that its numbers still open the same texts tomorrow. */
  throughId: number;
  documents: number;
  /** Texts that a model reads, in the whole store when the run began. */
  storeDocuments: number;
  /** Of what it says moved or stands out, this share at most may be chance (q). */
  falseDiscoveries: number;
  versions: Record<string, string>;
  /** Hashes that tell what else it rests on: `code`, `settings`, `data`, and `findings` for what came of it. */
  manifest: Record<string, string>;
}
