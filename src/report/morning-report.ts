import type { Relation, Trend } from '../types.ts';

/** What a night found, as far as a report speaks of it. */
export interface NightFindings {
  day: string;
  fromDay: string | null;
  /** Texts that the night looked at. */
  documents: number;
  relations: Relation[];
  trends: Trend[];
  versions: Record<string, string>;
  manifest: Record<string, string>;
}

export interface ReportInput {
  night: NightFindings;
  /** The night for the latest day before this one; null where there is none. */
  before: Pick<NightFindings, 'day' | 'relations' | 'versions' | 'manifest'> | null;
  /** Texts received on the day, in the seven days up to it, and in the seven before those. */
  volume: { day: number; week: number; weekBefore: number };
  /** Cases not closed and past due, by team, at the moment `asOf`. */
  overdue: { team: string; cases: number }[];
  asOf: Date;
  /** Of what is told as found, this share at most may be chance (q). */
  falseDiscoveries: number;
}

type ReportedRelation = Pick<
  Relation,
  'antecedent' | 'consequent' | 'observed' | 'expected' | 'lower' | 'q' | 'sentiment'
>;

/** A day's findings, and what changed since the night before. Days are `YYYY-MM-DD`, moments ISO 8601. */
export interface MorningReport {
  day: string;
  fromDay: string | null;
  documents: number;
  /** The day of the night that this one is compared with. */
  before: string | null;
  volume: { day: number; week: number; weekBefore: number };
  /** What moved beyond chance, on the day (`days` 1) or in the week up to it (7); the least likely first. */
  movers: Trend[];
  /** Relations above chance that the night before did not have; strongest first. Empty without a night before. */
  newRelations: ReportedRelation[];
  /** Relations that the night before had and this one has not. */
  lostRelations: ReportedRelation[];
  /** Of vocabulary, models, settings and code, what is not as it was the night before. */
  changed: string[];
  overdue: { team: string; cases: number }[];
  asOf: string;
  versions: Record<string, string>;
  manifest: Record<string, string>;
}

/** The morning report of a night: values in, values out. */
export function morningReport({ night, before, volume, overdue, asOf, falseDiscoveries }: ReportInput): MorningReport {
  const { day, fromDay, documents, trends, versions, manifest } = night;
  const found = (relations: readonly Relation[]) =>
    relations.filter(({ lower, q }) => lower > 1 && q <= falseDiscoveries).map(reported);
  const now = found(night.relations);
  const then = found(before?.relations ?? []);
  return {
    ...{ day, fromDay, documents, before: before?.day ?? null, volume },
    movers: trends.filter(({ q }) => q <= falseDiscoveries).sort((one, other) => one.p - other.p),
    newRelations: before ? without(now, then) : [],
    lostRelations: without(then, now),
    changed: before
      ? changes({ ...before.versions, ...rules(before.manifest) }, { ...versions, ...rules(manifest) })
      : [],
    overdue: overdue.filter(({ cases }) => cases > 0).sort((one, other) => other.cases - one.cases),
    asOf: asOf.toISOString(),
    ...{ versions, manifest },
  };
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
