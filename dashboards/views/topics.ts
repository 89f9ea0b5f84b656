import { type Static, Type } from '@sinclair/typebox';
import {
  CategoryLink,
  ChannelSchema,
  Count,
  FacetSchema,
  GradeSchema,
  nullable,
  Period,
  RelationRow,
  Satisfaction,
  TextPart,
  Timeline,
  TopicRow,
} from './shared.ts';
import { ChangeRow } from './trends.ts';

/** The whole vocabulary with its texts, facet by facet, in two levels. */
export const Topics = Type.Object({
  through: Type.Integer(),
  period: Period,
  texts: Count,
  /** The days that `trend` covers, and how many days each of its numbers stands for. */
  trend: Type.Object({ from: nullable(Type.String()), to: nullable(Type.String()), stretchDays: Type.Integer() }),
  facets: Type.Array(
    Type.Object({
      facet: FacetSchema,
      topics: Type.Array(Type.Object({ topic: TopicRow, below: Type.Array(TopicRow) })),
    }),
  ),
  /** Categories of earlier vocabularies that some text still affirms. */
  retired: Type.Array(TopicRow),
});
export type Topics = Static<typeof Topics>;

/** What one text says about a category, in the sentence that says it. */
export const Voice = Type.Object({
  href: Type.String(),
  channel: ChannelSchema,
  receivedAt: Type.String(),
  sentiment: Type.Number(),
  grade: GradeSchema,
  parts: Type.Array(TextPart),
});
export type Voice = Static<typeof Voice>;

/** One category. */
export const Topic = Type.Object({
  through: Type.Integer(),
  period: Period,
  category: CategoryLink,
  facet: FacetSchema,
  parent: nullable(CategoryLink),
  definition: Type.String(),
  cues: Type.Array(Type.String()),
  not: Type.Array(Type.String()),
  texts: Count,
  share: Type.Number(),
  satisfaction: Satisfaction,
  timeline: Timeline,
  /** Where its level changed, by the latest night. */
  changes: Type.Array(ChangeRow),
  below: Type.Array(TopicRow),
  /** What it is named with more often than chance gives. */
  related: Type.Array(RelationRow),
  /** Coded data of the category's texts: for each name, its most frequent values. */
  attributes: Type.Array(
    Type.Object({
      name: Type.String(),
      /** How many values there are; those listed are the most frequent. */
      values: Type.Integer(),
      rows: Type.Array(
        Type.Object({ value: Type.String(), texts: Count, share: Type.Number(), satisfaction: Satisfaction }),
      ),
    }),
  ),
  positive: Type.Array(Voice),
  negative: Type.Array(Voice),
});
export type Topic = Static<typeof Topic>;
