import type { Facet, Grade, Priority, Role } from './types.ts';

/**
 * The shapes of what `pipelines/` declares: plain data, so that a colleague can read it aloud and it can cross to a
 * thread. Every threshold that shapes a result stands there.
 */

export interface IntakePipeline {
  /** Folder under `models/taxonomies/`. */
  taxonomy: string;
  reading: {
    /** A single text larger than this is kept aside; a file of many texts may be of any size. */
    largestTextMegabytes: number;
    /** A parse that takes longer is stopped and its text kept aside. */
    parseSeconds: number;
    /** Texts a job carries. */
    batchTexts: number;
    /** Beyond so many waiting texts an intake slows to what is worked off. */
    mostWaitingTexts: number;
  };
  /** Texts received longer ago are dropped, with all that was learned of them; null keeps every text. */
  retentionDays: number | null;
  cleaning: { dropQuotes: boolean; dropSignatures: boolean };
  /**
   * Trained models that name categories besides the vocabulary, as `earshot train` writes them: a folder under `models/` or
   * a path. A label is the id of a category, or `categories` says which it means; other labels are passed over.
   */
  models?: {
    folder: string;
    categories?: Record<string, string>;
    /** When embeddings are asked, of a model that has them; left out, where words alone are unsure. */
    embeddings?: 'always' | 'unsure' | 'never';
  }[];
  /** How categories with examples are seen: a sentence so like one of them that it is no chance names the category. */
  examples: {
    /** Cosine that always must be reached, 0 to 1. */
    floor: number;
    /** Share of the background, sentences that are not of the category, that a sentence must be more like it than … */
    backgroundShare: number;
    /** … and by how much. */
    margin: number;
    /** Sentences of a text that are looked at, the first ones. */
    mostSentences: number;
  };
  /** Whose words count as evidence. */
  listenTo: Role[];
  /** Lowest score of each grade above `very negative`, −1 to 1. */
  grades: { negative: number; neutral: number; positive: number; veryPositive: number };
  complaint: {
    /** A text is a complaint when it affirms one of these … */
    signals: string[];
    /** … or when it names a topic and its sentiment, −1 to 1, is at most this. */
    sentimentAtMost: number;
  };
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** When a team works. A weekday that is left out is free; 24:00 is the end of a day. */
export interface WorkCalendar {
  /** IANA name, such as `Europe/London`. */
  timeZone: string;
  /** By weekday, stretches such as `['09:00', '17:30']` by the clock on the wall, in order and apart. */
  hours: Partial<Record<Weekday, [from: string, to: string][]>>;
  /** Days off, `YYYY-MM-DD`. */
  holidays: string[];
}

/** A department. What is left out is as the routing has it; the store keeps each whole and lets people change it. */
export interface Team {
  name: string;
  /** What it owns, in a sentence. */
  owns: string;
  /** Whether complaints go to it; false sends them to triage. */
  enabled?: boolean;
  calendar?: WorkCalendar;
  /** Working hours from receipt until a complaint of each priority is due. */
  dueHours?: Record<Priority, number>;
  /** Cases not closed that it can bear; null for any number. */
  capacity?: number | null;
  /** The team that gets what comes beyond the capacity; null to let it come. */
  overflow?: string | null;
  /** Languages that it reads, as ISO 639-1 codes; none named means any. */
  languages?: string[];
}

/** Every condition given must hold; within one list, any member is enough. An empty `when` holds for every complaint. */
export interface RouteCondition {
  /** Category ids; a parent stands for all below it. */
  category?: string[];
  facet?: Facet[];
  signal?: string[];
  /** Grade of the text at most this. */
  gradeAtMost?: Grade;
  channel?: string[];
  language?: string[];
  attributes?: Record<string, string[]>;
  /** Words or phrases, one of which stands in subject or text; capitals do not matter. */
  words?: string[];
  /** A coded field that says in numbers what the customer is worth, and between which they are; ends included. */
  customerValue?: { attribute: string; atLeast?: number; atMost?: number };
  /** The same customer wrote at least so many times in so many days before. */
  repeatContact?: { times: number; withinDays: number };
}

export interface RouteRule {
  /** A sentence that a support lead can read: "Wrong amounts on a bill go to Billing". */
  name: string;
  when: RouteCondition;
  then: {
    team: string;
    priority: Priority;
    /** Working hours until it is due, in place of what the team has for the priority. */
    dueHours?: number;
    /** Marks for people to sort cases by. */
    tags?: string[];
  };
}

/** First match wins; a complaint that no rule fits goes to `triage`. */
export interface Routing {
  teams: Record<string, Team>;
  triage: string;
  /** When a team works that does not say so itself; left out, around the clock. */
  calendar?: WorkCalendar;
  /** Working hours from receipt until a complaint of each priority is due, for teams that do not say so themselves. */
  dueHours: Record<Priority, number>;
  /** A complaint that affirms one of these signals gets at least this priority, whichever rule fits it. */
  raise?: { signal: string[]; to: Priority };
  rules: RouteRule[];
}

/** Routing by the name of the taxonomy that its rules speak of. */
export type RoutingPipeline = Record<string, Routing>;

export interface NightlyPipeline {
  /** When nights are run by themselves. */
  schedule: {
    /** Five fields of cron, in the time zone: minute, hour, day of the month, month, day of the week. */
    cron: string;
    /** Such as `Europe/London`. */
    timeZone: string;
    /** Nights missed while nothing ran are made up for at the next start, if no more than so many days ago. */
    catchUpDays: number;
  };
  /**
   * Between nights: mine again once the store has grown by this share, or has grown at all for this many hours. Over so
   * many days up to the latest text, or the whole store where that is null.
   */
  refresh: { growth: number; hours: number; windowDays: number | null };
  /** Days that a night looks at, its own among them; null for the whole store. */
  windowDays: number | null;
  pairs: {
    facets: Facet[];
    /** Categories that only gather others and say nothing by themselves. */
    leaveOut: string[];
    /** Pairs seen together in fewer texts are not tested. */
    minimumObserved: number;
    /** Pairs that should meet in so many texts, and hardly do, are listed as avoiding each other. */
    minimumExpected: number;
    /** One-sided confidence of the lift's bounds. */
    confidence: number;
  };
  check: {
    /** So many of the strongest relations are looked at within coded fields. */
    relations: number;
    /** A field of more values is no grouping, and is passed over. */
    mostValues: number;
    /** Two-sided, of the odds ratio within values. */
    confidence: number;
  };
  coded: {
    /** A field of more different words than this is no grouping, and is passed over. */
    mostValues: number;
    /** Numbers are put into bands; a field of more different numbers than this is passed over. */
    mostNumbers: number;
    /** Bands of about as many texts each, where no others are asked for. */
    parts: number;
    /** Bands for fields with one of these words in their name: where each begins, and the largest number. */
    bands: { names: string[]; from: number[]; upTo: number }[];
    /** Relations with coded data that are kept, the strongest first. */
    most: number;
  };
  steadiness: {
    /** So many of the strongest relations are drawn anew. */
    relations: number;
    /** How often customers are drawn anew, and the seed of the drawing. */
    resamples: number;
    seed: number;
    confidence: number;
  };
  sets: {
    /** Sets of categories in fewer texts, as a share of all and as a number, are not looked at. */
    minimumShare: number;
    minimumTexts: number;
    /** Most categories of a set. */
    largest: number;
    /** Where more sets than this are that frequent, only more frequent ones are looked at. */
    mostFrequent: number;
    /** Sets that are kept, the least likely first. */
    most: number;
  };
  changes: {
    /** The probability that any change at all is marked where there is none, over all categories of a night. */
    falseAlarms: number;
    /** A level lasts at least so many days, or weeks where the window is long. */
    shortestStretches: number;
  };
  discovery: {
    /** A topic has at least so many texts, and a night at most so many topics. */
    minimumTexts: number;
    mostTopics: number;
    /** Texts that are looked at; of more, an even choice that stays the same from night to night. */
    mostTexts: number;
    /** Cosine with its centre from which on a text belongs to a topic, and of two centres from which on they are one. */
    closeness: number;
    merge: number;
    seed: number;
    /** Words that name a topic, and typical sentences that show it. */
    terms: number;
    examples: number;
    /** Share of the texts with a word that must speak of the topic for the word to be a cue of it. */
    cueShare: number;
  };
  drivers: {
    /** A topic or value of fewer texts is not weighed. */
    minimumTexts: number;
    /** Fields with one of these words in their name say how satisfied a customer is, not why, and are passed over. */
    ratings: string[];
    /** Topics and values that are weighed, the most frequent ones. */
    mostColumns: number;
    /** Fewer texts than so many for each of them say too little. */
    textsPerColumn: number;
    /** Two-sided, of the effect. */
    confidence: number;
  };
  newcomers: {
    /** Phrases after which somebody else is named. */
    switching: string[];
    /** Phrases that ask for what the customer does not have yet. */
    crossSell: string[];
    /** A name after a phrase of switching counts once so many customers use it. */
    minimumCustomers: number;
    /** A name rises when it is in more texts of so many days than its past lets one expect, and in this many at least. */
    recentDays: number;
    minimumRise: number;
    /** What is asked for in fewer texts is not listed. */
    minimumTexts: number;
    /** Names, and things asked for, that are listed. */
    most: number;
  };
  sequences: {
    /** Longest time from one category to the other. */
    withinDays: number;
    /** Sequences of fewer customers are not listed. */
    minimumCustomers: number;
    /** A customer who names more than so many things is no single person, and is passed over. */
    mostEvents: number;
    /** Customers to name as examples of each. */
    examples: number;
  };
  trends: {
    /** A day is weighed against this many days before it. */
    pastDays: number;
    /** The seven days up to the night's are weighed against this many weeks before them. */
    pastWeeks: number;
    /** Of what is said to have moved, or to stand out, at most this share may be chance (q). */
    falseDiscoveries: number;
  };
}

export interface QualityPipeline {
  /** Two-sided confidence of every interval, 0 to 1. */
  confidence: number;
  spotChecks: {
    /** Texts a week that a person is asked about. */
    texts: number;
    /** Weeks whose labels correct the shares. */
    weeks: number;
    seed: number;
  };
  routing: {
    /** What a complaint at a wrong team costs, and a person who looks at one; in one unit, such as minutes. */
    costs: { misroute: number; look: number };
    /** Equal parts that history is replayed in. */
    backtestParts: number;
    /** Closed cases that there must be before anything is learned from them. */
    fewestExamples: number;
    retrainNightly: boolean;
    /** Weeks that the accuracy of teams goes back. */
    weeks: number;
    /** Population stability index from which on inputs are said to drift. */
    drift: number;
  };
}
