import { type Static, type TSchema, Type } from '@sinclair/typebox';
import {
  type CaseState,
  type Channel,
  caseStates,
  channels,
  type Facet,
  facets,
  type Grade,
  type Priority,
  priorities,
  type Role,
  type Verdict,
  verdicts,
} from '../../src/types.ts';

/**
 * What pages and the API show, as schemas: one declaration is the type, the OpenAPI description and the way out. Times
 * are ISO 8601 in UTC, days `YYYY-MM-DD`, sentiments from −1 to 1, shares from 0 to 1.
 */

const oneOf = <T extends string>(values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...values] });
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const ChannelSchema = oneOf<Channel>(channels);
export const FacetSchema = oneOf<Facet>(facets);
export const PrioritySchema = oneOf<Priority>(priorities);
export const CaseStateSchema = oneOf<CaseState>(caseStates);
export const VerdictSchema = oneOf<Verdict>(verdicts);
export const GradeSchema = Type.Unsafe<Grade>({ type: 'integer', minimum: -2, maximum: 2 });

/** A number and the address that lists exactly what it counts. */
export const Count = Type.Object({ count: Type.Integer(), href: Type.String() });
export type Count = Static<typeof Count>;

/** How texts feel: the mean, its grade, and how many are negative and positive. Null where no text was understood. */
export const Satisfaction = Type.Object({
  mean: nullable(Type.Number()),
  grade: nullable(GradeSchema),
  negative: Count,
  positive: Count,
});
export type Satisfaction = Static<typeof Satisfaction>;

/** A category; `fullName` stands by itself: `Billing › Overcharged`. */
export const CategoryLink = Type.Object({
  id: Type.String(),
  name: Type.String(),
  above: nullable(Type.String()),
  fullName: Type.String(),
  href: Type.String(),
});
export type CategoryLink = Static<typeof CategoryLink>;

/** One stretch of time: a day, a week or a month, both ends included. */
export const TimePoint = Type.Object({
  from: Type.String(),
  to: Type.String(),
  label: Type.String(),
  texts: Count,
  channels: Type.Record(Type.String(), Count),
  mean: nullable(Type.Number()),
});
export const Timeline = Type.Object({
  step: oneOf(['day', 'week', 'month'] as const),
  channels: Type.Array(ChannelSchema),
  points: Type.Array(TimePoint),
});
export type Timeline = Static<typeof Timeline>;

/** A category with its texts. `trend` counts texts in equal stretches of the period, oldest first. */
export const TopicRow = Type.Object({
  category: CategoryLink,
  texts: Count,
  share: Type.Number(),
  satisfaction: Satisfaction,
  trend: Type.Array(Type.Integer()),
});
export type TopicRow = Static<typeof TopicRow>;

/** What becomes of a relation within the values of a coded field, by its odds ratio and the ratio's interval. */
export const RelationCheckRow = Type.Object({
  field: Type.String(),
  strata: Type.Integer(),
  verdict: oneOf(['holds', 'vanishes', 'reverses', 'unclear'] as const),
  pooled: nullable(Type.Number()),
  oddsRatio: nullable(Type.Number()),
  lower: nullable(Type.Number()),
  upper: nullable(Type.Number()),
});
export type RelationCheckRow = Static<typeof RelationCheckRow>;

export const RelationRow = Type.Object({
  antecedent: CategoryLink,
  consequent: CategoryLink,
  antecedentTexts: Count,
  consequentTexts: Count,
  observed: Count,
  expected: Type.Number(),
  lift: Type.Number(),
  lower: Type.Number(),
  upper: Type.Number(),
  p: Type.Number(),
  q: Type.Number(),
  sentiment: Type.Number(),
  grade: GradeSchema,
  /** Of the strongest relations, by field; empty for others. */
  checks: Type.Array(RelationCheckRow),
  /** Of the strongest: the share of draws of other customers in which it stays above chance, and how the joint texts feel. */
  steadiness: nullable(
    Type.Object({
      stability: Type.Number(),
      sentimentLower: nullable(Type.Number()),
      sentimentUpper: nullable(Type.Number()),
    }),
  ),
});
export type RelationRow = Static<typeof RelationRow>;

/** Cases of a team. The priorities are those of cases not yet closed. */
export const DepartmentRow = Type.Object({
  team: Type.String(),
  name: Type.String(),
  owns: Type.String(),
  href: Type.String(),
  priorities: Type.Record(Type.String(), Count),
  open: Count,
  accepted: Count,
  answered: Count,
  overdue: Count,
  closed: Count,
  cases: Count,
});
export type DepartmentRow = Static<typeof DepartmentRow>;

/** A stretch of text, and the categories for which it is evidence. */
export const TextPart = Type.Object({ text: Type.String(), categories: Type.Array(Type.String()) });
export type TextPart = Static<typeof TextPart>;

export const CaseRow = Type.Object({
  id: Type.Integer(),
  href: Type.String(),
  team: Type.String(),
  teamName: Type.String(),
  priority: PrioritySchema,
  state: CaseStateSchema,
  dueAt: Type.String(),
  overdue: Type.Boolean(),
  openedAt: Type.String(),
  by: Type.String(),
  because: Type.String(),
  score: Type.Number(),
});
export type CaseRow = Static<typeof CaseRow>;

/** Days and channels to which a page keeps; `action` is the address that a change of them asks. */
export const Period = Type.Object({
  action: Type.String(),
  from: nullable(Type.String()),
  to: nullable(Type.String()),
  channel: nullable(ChannelSchema),
});
export type Period = Static<typeof Period>;

export const SentenceView = Type.Object({
  sentiment: Type.Number(),
  grade: GradeSchema,
  /** Whether a blank line stands before it. */
  paragraph: Type.Boolean(),
  parts: Type.Array(TextPart),
});
export type SentenceView = Static<typeof SentenceView>;

/** What one speaker of a call says at a stretch; the whole of any other text, without a speaker. */
export const Turn = Type.Object({
  speaker: nullable(Type.String()),
  role: oneOf<Role>(['customer', 'agent', 'unknown']),
  /** Seconds from the start of the call. */
  at: nullable(Type.Number()),
  sentences: Type.Array(SentenceView),
});
export type Turn = Static<typeof Turn>;
