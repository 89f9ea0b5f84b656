import { type Static, Type } from '@sinclair/typebox';
import { causes } from '../../src/types/differences.ts';
import { CategoryLink, Count, GradeSchema, nullable } from './shared.ts';

const Hashes = Type.Record(Type.String(), Type.String());
const oneOf = <T extends string>(values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...values] });

/** A number with the list of what it counts; null where it is 0, or what it counts is in the store no more. */
const CountOrGone = Type.Object({ count: Type.Integer(), href: nullable(Type.String()) });

/** What one cause did to a count between two nights. */
export const ReportCause = Type.Object({ cause: oneOf(causes), added: CountOrGone, removed: CountOrGone });
export type ReportCause = Static<typeof ReportCause>;

/** A count at two nights; its causes add up to the difference. `category` is null for all texts. */
export const ReportDifference = Type.Object({
  category: nullable(CategoryLink),
  before: Count,
  now: Count,
  difference: Type.Integer(),
  causes: Type.Array(ReportCause),
});
export type ReportDifference = Static<typeof ReportDifference>;

export const ReportRelation = Type.Object({
  antecedent: CategoryLink,
  consequent: CategoryLink,
  observed: Count,
  expected: Type.Number(),
  lower: Type.Number({ description: '99 % lower bound of the lift' }),
  q: Type.Number(),
  sentiment: Type.Number(),
  grade: GradeSchema,
  /** Why the texts that name both are more, or fewer, than the night before. */
  causes: Type.Array(ReportCause),
});
export type ReportRelation = Static<typeof ReportRelation>;

export const ReportMover = Type.Object({
  category: CategoryLink,
  fromDay: Type.String(),
  toDay: Type.String(),
  days: Type.Integer(),
  observed: Count,
  expected: Type.Number(),
  indicator: Type.Number({ description: '(O − E) / √E' }),
  p: Type.Number(),
  q: Type.Number(),
});
export type ReportMover = Static<typeof ReportMover>;

/** A topic that no category covers. */
const ReportTopic = Type.Object({ id: Type.String(), name: Type.String(), texts: Count });

/** A name that no vocabulary holds. */
const ReportName = Type.Object({
  name: Type.String(),
  texts: Count,
  customers: Type.Integer(),
  switching: Type.Integer({ description: 'Texts that name it after words of switching' }),
});

/** A topic, or a value of coded data, that moves satisfaction. */
export const ReportDriver = Type.Object({
  name: Type.String(),
  category: nullable(CategoryLink),
  texts: Count,
  effect: Type.Number({ description: 'On the scale of sentiment, all else being equal' }),
  lower: Type.Number({ description: '99 % interval of the effect' }),
  upper: Type.Number(),
  impact: Type.Number({ description: 'The effect times the share of texts' }),
  q: Type.Number(),
});
export type ReportDriver = Static<typeof ReportDriver>;

const Neighbour = nullable(Type.Object({ day: Type.String(), href: Type.String() }));

/** A day's findings, and what changed since the night before. Days are `YYYY-MM-DD`; `href` opens exactly what is counted. */
export const Report = Type.Object({
  day: Type.String(),
  /** The first day that the night looked at; null for the whole store. */
  fromDay: nullable(Type.String()),
  /** The day of the night that this one is compared with. */
  before: nullable(Type.String()),
  previous: Neighbour,
  next: Neighbour,
  texts: Count,
  volume: Type.Object({
    day: Count,
    week: Count,
    weekBefore: Count,
    byDay: Type.Array(Type.Object({ day: Type.String(), texts: Count })),
  }),
  movers: Type.Array(ReportMover),
  newRelations: Type.Array(ReportRelation),
  lostRelations: Type.Array(ReportRelation),
  /** Topics that no category covers, born this night. */
  newTopics: Type.Array(ReportTopic),
  /** Names that the night before had not seen. */
  newNames: Type.Array(ReportName),
  /** All names that were unknown to the vocabulary when the night ran. */
  namesWaiting: Type.Integer(),
  /** What moves satisfaction beyond chance, the largest impact first. */
  drivers: Type.Array(ReportDriver),
  differences: Type.Array(ReportDifference),
  /** Of vocabulary, models, settings and code, what is not as it was the night before. */
  changed: Type.Array(Type.String()),
  overdue: Type.Array(Type.Object({ team: Type.String(), name: Type.String(), cases: Count })),
  quality: Type.Object({
    /** Texts of the window in languages that no model reads. */
    unread: Count,
    /** Labels put right by people since the night before. */
    corrections: Type.Integer(),
    /** Labels of a blind sample: found by both, by the machine only, by the person only. */
    spotChecks: Type.Object({ both: Type.Integer(), machineOnly: Type.Integer(), personOnly: Type.Integer() }),
  }),
  /** Every number of the night counted a second time, and those that came out otherwise. */
  check: Type.Object({
    checked: Type.Integer(),
    differ: Type.Integer(),
    discrepancies: Type.Array(
      Type.Object({ says: Type.String(), told: Type.Number(), counted: Type.Number(), href: Type.String() }),
    ),
  }),
  asOf: Type.String(),
  versions: Hashes,
  manifest: Hashes,
});
export type Report = Static<typeof Report>;

/** The page of a day; null where no night was run for it, with what to do next. */
export const ReportPage = Type.Object({ day: nullable(Type.String()), report: nullable(Report) });
export type ReportPage = Static<typeof ReportPage>;
