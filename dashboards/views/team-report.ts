import { type Static, Type } from '@sinclair/typebox';
import { nullable } from './shared.ts';

const Median = Type.Object({
  count: Type.Integer(),
  median: nullable(Type.Number()),
  lower: nullable(Type.Number()),
  upper: nullable(Type.Number()),
});

export const TeamReportRow = Type.Object({
  team: Type.String(),
  person: nullable(Type.Object({ userId: Type.Integer(), name: Type.String() })),
  cases: Type.Integer(),
  toAccept: Median,
  toAnswer: Median,
  overdue: Type.Integer(),
  reopened: Type.Integer(),
  satisfaction: Type.Object({
    customers: Type.Integer(),
    before: nullable(Type.Number()),
    after: nullable(Type.Number()),
    change: nullable(Type.Number()),
    lower: nullable(Type.Number()),
    upper: nullable(Type.Number()),
  }),
  small: Type.Boolean(),
});
export type TeamReportRow = Static<typeof TeamReportRow>;

/** How teams and people did. */
export const TeamReport = Type.Object({
  from: Type.String(),
  to: Type.String(),
  csv: Type.String(),
  names: Type.Record(Type.String(), Type.String()),
  rows: Type.Array(TeamReportRow),
});
export type TeamReport = Static<typeof TeamReport>;
