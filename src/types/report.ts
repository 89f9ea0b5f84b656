import type { Relation, Run, Trend } from '../types.ts';
import type { CountChange, Discrepancy } from './differences.ts';
import type { DiscoveredTopic, Driver, Newcomer } from './findings.ts';

/** The part of a relation that a report tells. */
export type ReportedRelation = Pick<
  Relation,
  'antecedent' | 'consequent' | 'observed' | 'expected' | 'lower' | 'q' | 'sentiment'
>;

/** Which texts a night counted, and how they were labelled. */
export type CountedNight = Pick<Run, 'fromDay' | 'throughId'> & { day: string; throughChange: number };

/** A count at two nights, and what changed it. The causes add up to the difference. */
export interface CountDifference {
  /** '' for all texts. */
  category: string;
  /** The second of a pair; '' for one category alone. */
  other: string;
  before: number;
  now: number;
  causes: Pick<CountChange, 'cause' | 'added' | 'removed'>[];
}

/** Texts received: on the day, in the seven days up to it, in the seven before those, and day by day, as the night counted them. */
export interface Volume {
  day: number;
  week: number;
  weekBefore: number;
  byDay: { day: string; texts: number }[];
}

/** A finding with so many texts; `found` is where the night keeps it: run, kind and place. */
interface Kept {
  texts: number;
  found: string;
}
export type ReportedTopic = Pick<DiscoveredTopic, 'id' | 'terms'> & Kept;
export type ReportedName = Pick<Newcomer, 'name' | 'customers' | 'switching'> & Kept;

/** How far the labels can be trusted. */
export interface ReportQuality {
  /** Texts of the window in languages that no model reads. */
  unread: number;
  /** Labels that people put right since the night before; of the night's last seven days where there is none. */
  corrections: number;
  /** Of labels that people looked at blindly in the last weeks: found by both, by the machine only, by the person only. */
  spotChecks: { both: number; machineOnly: number; personOnly: number };
}

/** A day's findings, and what changed since the night before. Days are `YYYY-MM-DD`, moments ISO 8601. */
export interface MorningReport {
  night: CountedNight;
  day: string;
  fromDay: string | null;
  documents: number;
  /** The day of the night that this one is compared with. */
  before: string | null;
  earlier: CountedNight | null;
  /** Nights for the days before and after this one; null where there is none. */
  previousDay: string | null;
  nextDay: string | null;
  volume: Volume;
  /** What moved beyond chance, on the day (`days` 1) or in the week up to it (7); the least likely first. */
  movers: Trend[];
  /** Relations above chance that the night before did not have; strongest first. Empty without a night before. */
  newRelations: ReportedRelation[];
  /** Relations that the night before had and this one has not. */
  lostRelations: ReportedRelation[];
  /** Topics that no category covers, born this night. */
  newTopics: ReportedTopic[];
  /** Names that no vocabulary held and the night before had not seen, of `namesWaiting` in all. */
  newNames: ReportedName[];
  namesWaiting: number;
  /** What moves satisfaction beyond chance, the largest impact first. */
  drivers: Driver[];
  /** All texts first, then the counts that changed most. Empty without a night before. */
  differences: CountDifference[];
  /** The same of pairs: those of the new relations and the lost ones. */
  pairDifferences: CountDifference[];
  /** Of vocabulary, models, settings and code, what is not as it was the night before. */
  changed: string[];
  overdue: { team: string; cases: number }[];
  quality: ReportQuality;
  /** Every number of the night, counted a second time. */
  check: { checked: number; discrepancies: Discrepancy[] };
  asOf: string;
  versions: Record<string, string>;
  manifest: Record<string, string>;
}
