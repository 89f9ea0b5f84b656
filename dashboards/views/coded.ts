import { type Static, Type } from '@sinclair/typebox';
import { CategoryLink, Count, GradeSchema, nullable } from './shared.ts';

const Chance = {
  observed: Count,
  expected: Type.Number(),
  lift: Type.Number(),
  upper: Type.Number(),
  p: Type.Number(),
  q: Type.Number(),
};

/** A category and a value of coded data; `texts` are all that have the field. */
export const CodedRow = Type.Object({
  category: CategoryLink,
  field: Type.String(),
  value: Type.String(),
  texts: Count,
  categoryTexts: Count,
  valueTexts: Count,
  ...Chance,
  lower: Type.Number(),
  sentiment: nullable(Type.Number()),
  sentimentLower: nullable(Type.Number()),
  sentimentUpper: nullable(Type.Number()),
  grade: nullable(GradeSchema),
  /** Share of draws of other customers in which it stays above chance; null where that was not looked at. */
  stability: nullable(Type.Number()),
});
export type CodedRow = Static<typeof CodedRow>;

/** Categories against coded data, by the latest night. */
export const Coded = Type.Object({
  run: nullable(
    Type.Object({ id: Type.Integer(), fromDay: nullable(Type.String()), day: nullable(Type.String()), texts: Count }),
  ),
  field: nullable(Type.String()),
  /** Every field that has a relation, for the choice of one. */
  fields: Type.Array(Type.String()),
  category: nullable(Type.String()),
  categories: Type.Array(CategoryLink),
  skipped: Type.Array(Type.Object({ field: Type.String(), reason: Type.String() })),
  found: Type.Integer(),
  page: Type.Integer(),
  pages: Type.Integer(),
  rows: Type.Array(CodedRow),
  /** Address of this page without paging, ending in `?` or `&`. */
  base: Type.String(),
});
export type Coded = Static<typeof Coded>;

/** Two categories that avoid each other. */
export const ApartRow = Type.Object({
  antecedent: CategoryLink,
  consequent: CategoryLink,
  antecedentTexts: Count,
  consequentTexts: Count,
  ...Chance,
});
export type ApartRow = Static<typeof ApartRow>;

/** Three categories or more that go together beyond their parts. */
export const SetRow = Type.Object({
  categories: Type.Array(CategoryLink),
  observed: Count,
  expected: Type.Number(),
  lift: Type.Number(),
  p: Type.Number(),
  q: Type.Number(),
});
export type SetRow = Static<typeof SetRow>;
