import type { CountChange, Discrepancy } from '../types/differences.ts';
import type { DiscoveredTopic, Driver, Newcomer } from '../types/findings.ts';
import type {
  CountDifference,
  CountedNight,
  MorningReport,
  ReportedRelation,
  ReportQuality,
  Volume,
} from '../types/report.ts';
import type { Relation, Trend } from '../types.ts';
import { countDifferences } from './difference/count-differences.ts';

/** What a night found, as far as a report speaks of it. */
export interface NightFindings extends CountedNight {
  /** Texts that the night looked at. */
  documents: number;
  relations: Relation[];
  trends: Trend[];
  /** Texts by category; '' is all of them. */
  counts: ReadonlyMap<string, number>;
  versions: Record<string, string>;
  manifest: Record<string, string>;
}

export interface ReportInput {
  night: NightFindings;
  /** The night for the latest day before this one; null where there is none. */
  before: Omit<NightFindings, 'trends' | 'documents'> | null;
  /** What became of the counts since then, cause by cause; null where that is not known. */
  changes: CountChange[] | null;
  /** Of run `run`: what the vocabulary did not know, and what moved satisfaction; and names that the night before knew of. */
  found: {
    run: number;
    topics: DiscoveredTopic[];
    newcomers: Newcomer[];
    drivers: Driver[];
    namesBefore: string[];
  };
  neighbours: Pick<MorningReport, 'previousDay' | 'nextDay'>;
  volume: Volume;
  quality: ReportQuality;
  check: { checked: number; discrepancies: Discrepancy[] };
  /** Cases not closed and past due, by team, at the moment `asOf`. */
  overdue: { team: string; cases: number }[];
  asOf: Date;
  /** Of what is told as found, this share at most may be chance (q). */
  falseDiscoveries: number;
}

/** The morning report of a night: values in, values out. */
export function morningReport(input: ReportInput): MorningReport {
  const { night, before, asOf, falseDiscoveries } = input;
  const { day, fromDay, documents, trends, versions, manifest } = night;
  const found = (relations: readonly Relation[]) =>
    relations.filter(({ lower, q }) => lower > 1 && q <= falseDiscoveries).map(reported);
  const now = found(night.relations);
  const then = found(before?.relations ?? []);
  const newRelations = before ? without(now, then) : [];
  const lostRelations = without(then, now);
  return {
    night: countedNight(night),
    ...{ day, fromDay, documents, before: before?.day ?? null, earlier: before && countedNight(before) },
    ...input.neighbours,
    volume: input.volume,
    movers: trends.filter(({ q }) => q <= falseDiscoveries).sort((one, other) => one.p - other.p),
    ...{ newRelations, lostRelations, ...foundOf(input), ...differencesOf(input) },
    changed: before
      ? changes({ ...before.versions, ...rules(before.manifest) }, { ...versions, ...rules(manifest) })
      : [],
    overdue: input.overdue.filter(({ cases }) => cases > 0).sort((one, other) => other.cases - one.cases),
    ...{ quality: input.quality, check: input.check, asOf: asOf.toISOString(), versions, manifest },
  };
}

/** Each with its place among what the night keeps, by which its texts are found again. */
function foundOf({
  night: { day },
  found: { run, topics, newcomers, drivers, namesBefore },
  falseDiscoveries,
}: ReportInput): Pick<MorningReport, 'newTopics' | 'newNames' | 'namesWaiting' | 'drivers'> {
  const before = new Set(namesBefore);
  return {
    newTopics: topics.flatMap(({ id, terms, bornDay, documents }, place) =>
      bornDay === day ? [{ id, terms, texts: documents.length, found: `${run}/topics/${place}` }] : [],
    ),
    newNames: newcomers.flatMap(({ name, customers, switching, documents }, place) =>
      before.has(name)
        ? []
        : [{ name, customers, switching, texts: documents.length, found: `${run}/newcomers/${place}` }],
    ),
    namesWaiting: newcomers.length,
    drivers: drivers.filter(({ q }) => q <= falseDiscoveries),
  };
}

function differencesOf({
  night,
  before,
  changes,
}: ReportInput): Pick<MorningReport, 'differences' | 'pairDifferences'> {
  if (!before || !changes) return { differences: [], pairDifferences: [] };
  const observed = (relations: readonly Relation[]) =>
    new Map(relations.map((row) => [`${row.antecedent}\u0000${row.consequent}`, row.observed]));
  const pairs = { now: observed(night.relations), then: observed(before.relations) };
  const count = (side: 'now' | 'then', { category, other }: Pick<CountDifference, 'category' | 'other'>) =>
    other === ''
      ? ((side === 'now' ? night : before).counts.get(category) ?? 0)
      : (pairs[side].get(`${category}\u0000${other}`) ?? null);
  const all = countDifferences(changes, count);
  return {
    differences: all.filter(({ other }) => other === ''),
    pairDifferences: all.filter(({ other }) => other !== ''),
  };
}

function countedNight({ day, fromDay, throughId, throughChange }: CountedNight): CountedNight {
  return { day, fromDay, throughId, throughChange };
}

function reported({ antecedent, consequent, observed, expected, lower, q, sentiment }: Relation): ReportedRelation {
  return { antecedent, consequent, observed, expected, lower, q, sentiment };
}

function without(relations: ReportedRelation[], others: readonly ReportedRelation[]): ReportedRelation[] {
  const key = ({ antecedent, consequent }: ReportedRelation) => `${antecedent}\u0000${consequent}`;
  const known = new Set(others.map(key));
  return relations.filter((relation) => !known.has(key(relation)));
}

/** What of a manifest decides the findings beside the data, which differ every night. */
function rules({ code, settings }: Record<string, string>): Record<string, string> {
  return { ...(code !== undefined && { code }), ...(settings !== undefined && { settings }) };
}

function changes(before: Record<string, string>, now: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).sort();
}
